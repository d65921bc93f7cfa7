// What the rows of a data sheet are called, in four languages, lower case without accents, without
// “(s)” and the name of the organisation. Sources: title pages and summaries of evaluations of the ILO,
// IOM, UNDP, UNICEF and the World Bank.

export type SheetField =
  | "title"
  | "projectTitle"
  | "projectSymbols"
  | "classification"
  | "countries"
  | "regions"
  | "donors"
  | "projectBudget"
  | "evaluationBudget"
  | "evaluators"
  | "evaluationManager"
  | "commissioningOffice"
  | "administrativeUnit"
  | "technicalUnit"
  | "plannedDate"
  | "actualDate"
  | "evaluationDates"
  | "evaluationPeriod"
  | "missionDates"
  | "periodCovered"
  | "projectPeriod"
  | "reportDate"
  | "sdgTargets"
  | "criteria"
  | "branches"
  | "languages"
  | "summary"
  | "other";

const project =
  "(?:project|programme|program|intervention|projet|programme|proyecto|programa|projeto|intervencion|intervencao)";
const of = "(?:of|of the|for|for the|du|de la|de l'|del|de|do|da|de la|des|d')";
const evaluation = "(?:evaluations?|evaluacion(?:es)?|avaliac(?:ao|oes)|study|review)";
const start = "(?:start|starting|begin(?:ning)?|commencement|debut|inicio|demarrage)";
const end = "(?:end|ending|closing|completion|fin|cloture|finalizacion|termino|fim|conclusao|cierre)";
const date = "(?:dates?|fechas?|datas?|month|year)";

/** Each is matched against the whole label. The first field that matches counts. */
export const sheetLabels: readonly { readonly field: SheetField; readonly pattern: string }[] = [
  {
    field: "title",
    pattern: `(?:full )?(?:${evaluation}|report) (?:title|name)|(?:full )?(?:title|name) ${of} ?(?:${evaluation}|report|document)|(?:titre|intitule) (?:de l'evaluation|du rapport|du document)|(?:titulo|nombre) (?:de la evaluacion|del informe|del documento)|(?:titulo|nome) (?:da avaliacao|do relatorio|do documento)`,
  },
  { field: "title", pattern: "title|titre|titulo" },
  {
    field: "projectTitle",
    pattern: `${project}(?: ?\\/ ?${project})*(?: ?(?:title|name))?|(?:full )?(?:title|name|titre|nom|intitule|titulo|nombre|nome|denominacion|designacao) ${of} ?(?:the )?${project}(?: ?\\/ ?${project})*|evaluated ${project}|${project} (?:evaluated|under evaluation|evalue|evaluado|avaliado)|projet evalue`,
  },
  {
    field: "projectSymbols",
    pattern: `(?:${project} )?(?:tc ?\\/? ?)?(?:symbols?|codes?|numbers?|no\\.?|ids?|identifiers?|references?)(?: numbers?| codes?)?|(?:tc|dc|iris|award|grant|output|cris|pads|wbs|atlas|quantum)(?: ${project})?(?: ?\\/ ?| )?(?:symbols?|codes?|numbers?|no\\.?|ids?)|(?:${project} )?tc ?\\/ ?symbol|p-? ?(?:number|code)|(?:symboles?|codes?|numeros?|nos?\\.?|n[°o]|n\\.?[°oº]|references?|identifiants?|simbolos?|codigos?|clave|identificador|referencia) (?:ct|ct ${of} ?${project}|de (?:cooperation|cooperacion|cooperacao) (?:technique|tecnica)|${of} ?(?:the )?${project})|(?:simbolos?|symboles?|codigos?)`,
  },
  {
    field: "classification",
    pattern: `(?:types?|kinds?|timings?|nature|modality|category|scope type|categorie|moment|calendrier|momento|naturaleza|natureza|tipos?|modalidade?|temporalidade?)(?: ${of} ?(?:the )?${evaluation})?|${evaluation} (?:type|timing|nature|kind|category|modality)`,
  },
  {
    field: "countries",
    pattern: `countr(?:y|ies)(?: covered| of implementation| of intervention| concerned| evaluated)?|(?:${project} )?countr(?:y|ies)|covered countries|(?:geographic(?:al)?|country|territorial) (?:coverage|scope|area|focus)|location|coverage|pays(?: couverts?| concernes?| d'intervention| beneficiaires?| de mise en oeuvre| evalues?)?|(?:couverture|portee) geographique|zone geographique|pais(?:es)?(?: cubiertos?| abarcados?| de intervencion| abrangidos?| cobertos?| beneficiarios?| de ejecucion| evaluados?| de implementacao)?|(?:cobertura|ambito|alcance|abrangencia) geografic[ao]|lieu|ubicacion|localizacao`,
  },
  {
    field: "regions",
    pattern:
      "regions?(?: covered)?|(?:regional|geographical) (?:coverage|region)|regiones|regiao|regioes|region couverte|regional coverage",
  },
  {
    field: "evaluationBudget",
    pattern: `(?:${evaluation}) (?:budget|cost|presupuesto|expenditure)|(?:budget|cost|total cost|cout|couts|presupuesto|costo|coste|orcamento|custo)(?: total)? ${of} ?(?:the |la |l')?(?:${evaluation}|l'evaluation|la evaluacion)`,
  },
  {
    field: "projectBudget",
    pattern: `(?:total |overall |approved |planned )?(?:${project} )?(?:budget|funding|cost|value|resources|contribution|grant amount)(?: total)?|(?:budget|cost|value|cout|presupuesto|costo|coste|monto|valor|orcamento|custo|montant|financement|importe)(?: total)?(?: \\(?usd\\)?)?(?: ${of} ?(?:the |le |la |el |o )?${project})?|(?:total|overall) (?:budget|cost|funding)|(?:donor|ilo) contribution`,
  },
  {
    field: "donors",
    pattern:
      "donors?|(?:main |principal )?(?:funders?|funding)(?: (?:agency|agencies|sources?|partners?|body|bodies))?|donor (?:agency|agencies|countr(?:y|ies)|organi[sz]ations?)|sources? of fund(?:s|ing)|financ(?:ed|ing) (?:by|agency|partner|source)|funded by|financial partners?|development partners?|bailleurs?(?: de fonds?)?|donateurs?|finance par|financement par|sources? de financement|partenaires? financiers?|donantes?|financiador(?:a|es|as)?|fuentes? de financ(?:iamiento|iacion)|financiado por|entidad(?:es)? (?:donantes?|financiador(?:a|es|as)?)|agencia (?:donante|financiadora)|doador(?:a|es)?|fontes? de financiamento|entidades? financiadora?s?|parceiros? financeiros?|socios? financieros?|organismo(?:s)? donantes?",
  },
  {
    field: "evaluationManager",
    pattern: `${evaluation} (?:managers?|managed by|task manager)|managers? ${of} ?(?:the )?${evaluation}|managed by|geree? par|gestionad[oa] por|gerid[oa] por|(?:responsables?|gestionnaires?|chef(?:fe)?|charge(?:e)?) (?:de l'evaluation|de la gestion de l'evaluation|d'evaluation)|(?:gestor(?:a)?|responsable|encargad[oa]|jef[ea]|administrador(?:a)?|gerente|director(?:a)?) (?:de la evaluacion|de evaluacion)|(?:gestor(?:a)?|responsavel|gerente) (?:da avaliacao|pela avaliacao|de avaliacao)|gestion de la evaluacion|gestao da avaliacao|gestion de l'evaluation`,
  },
  {
    field: "evaluators",
    pattern: `(?:name ${of} )?(?:the )?(?:(?:lead|national|international|external|internal|independent|principal|co-?|senior|team of) ?)*(?:evaluators?|evaluation (?:team|consultants?|consultancy|firm|experts?|specialists?)|evaluated by)(?: ?(?:name|names|team|members))?|members of the evaluation team|(?:evaluation )?team leader|consultants?|(?:report )?(?:prepared|written|conducted|carried out|undertaken) by|authors?|(?:nom ${of} ?(?:l'|les )?)?(?:evaluat(?:eur|rice)s?|evaluateurs?-?trices?|equipe d'evaluation|equipe d'evaluateurs|consultante?s?|evaluateur principal|evaluatrice principale)(?: (?:principal|principale|national|nationale|international|internationale|externe|externes|independante?s?))*|(?:redige|realise|prepare|elabore|mene|conduit|evaluee?) par|auteure?s?|(?:nombre ${of} ?(?:la |los |las |el )?)?(?:evaluador(?:a|es|as)?|equipo (?:evaluador|de evaluacion|consultor)|consultor(?:a|es|as)?)(?: (?:principal|nacional|internacional|extern[oa]s?|independientes?|lider))*|(?:realizad[oa]|elaborad[oa]|preparad[oa]) por|autor(?:a|es|as)?|(?:nome ${of} ?)?(?:avaliador(?:a|es|as)?|equipa (?:de avaliacao|avaliadora)|equipe (?:de avaliacao|avaliadora))(?: (?:principal|nacional|internacional|extern[oa]s?|independentes?|lider))*`,
  },
  {
    field: "commissioningOffice",
    pattern: `(?:${evaluation} )?(?:commissioned by|commissioning (?:office|unit|organi[sz]ation|agency|entity)|commissioner|requested by)(?: of (?:the )?evaluation)?|(?:evaluation office|evaluation unit|responsible evaluation office)|(?:commanditaires?|commande par|commanditee? par|bureau commanditaire|unite commanditaire)(?: de l'evaluation)?|(?:comitente|encargad[oa] por|comisionad[oa] por|solicitad[oa] por|oficina (?:comitente|comisionadora|solicitante|que encarga la evaluacion)|unidad (?:comitente|solicitante))(?: de la evaluacion)?|(?:encomendad[oa] por|entidade (?:contratante|comitente)|comissionad[oa] por|escritorio comitente|contratante)(?: da avaliacao)?`,
  },
  {
    field: "administrativeUnit",
    pattern: `(?:${project} )?administrat(?:ive|ion|ing) (?:unit|office|responsibility|department|country office|field office)(?: responsible)?|(?:country )?office responsible|responsible (?:office|country office|field office)(?: for the project)?|responsible unit for the project|(?:unite|bureau) administrati(?:f|ve)(?: du projet| responsable du projet| responsable| en charge)?|(?:unite|bureau) responsable du projet|unite administrative responsable(?: du projet)?|(?:unidad|oficina) administrativa(?: del proyecto| responsable(?: del proyecto)?)?|(?:unidad|oficina) responsable del proyecto|(?:unidade|escritorio) administrativ[ao](?: do projeto| responsavel)?|(?:unidade|escritorio) responsavel pelo projeto`,
  },
  {
    field: "technicalUnit",
    pattern: `(?:${project} )?(?:technical(?:ly)?|tech\\.?) (?:backstopping|back-stopping|support|supporting|lead)? ?(?:units?|offices?|departments?|unit responsible)|technical (?:back-?stopping|support)(?: unit| office| department)?|(?:unite|service|departement|bureau) (?:d'appui|technique|de soutien|d'appui-conseil)(?: technique| responsable| d'appui| de soutien)*|(?:appui|soutien) technique|(?:unidad|departamento|oficina|servicio) (?:tecnic[ao]|de (?:apoyo|respaldo|asistencia))(?: tecnic[ao]| responsable| de apoyo| de respaldo)*|(?:apoyo|respaldo) tecnico|(?:unidade|departamento) (?:tecnic[ao]|de (?:apoio|retaguarda))(?: tecnic[ao]| responsavel| de apoio)*|apoio tecnico`,
  },
  {
    field: "plannedDate",
    pattern: `planned (?:${evaluation} )?${date}(?: ${of} ?(?:the )?${evaluation})?|${date} (?:planned|prevue?s?|previst[oa]s?|planificad[oa]s?|programad[oa]s?|planead[oa]s?)(?: (?:de l'evaluation|de la evaluacion|da avaliacao))?|scheduled ${date}|date prevue(?: de l'evaluation)?`,
  },
  {
    field: "actualDate",
    pattern: `actual (?:${evaluation} )?${date}(?: ${of} ?(?:the )?(?:${evaluation}|completion))?|${date} (?:completed|${of} ?(?:completion )?(?:of )?(?:the )?${evaluation} ?completed)|(?:${evaluation} )?(?:completion date|completed(?: on| in)?|date completed|date of completion)|date (?:when )?(?:the )?evaluation (?:was |is )?(?:completed|finali[sz]ed|concluded)|date (?:reelle|effective|d'achevement|de finalisation)(?: de l'evaluation)?|fecha (?:real|efectiva|de (?:finalizacion|conclusion|termino))(?: de la evaluacion)?|data (?:real|efetiva|de (?:conclusao|finalizacao))(?: da avaliacao)?|(?:year|date) (?:of evaluation )?completion`,
  },
  {
    field: "missionDates",
    pattern: `(?:field |${evaluation} |country )?missions? (?:${date}|period)|${date} (?:${of} ?)?(?:the )?(?:field |evaluation )?(?:missions?|fieldwork|field work|visits?)|dates? (?:des|de) visites?(?: sur le terrain| de terrain)?|fechas? de (?:las )?visitas?(?: de campo| al terreno)?|datas? das visitas?(?: de campo| ao terreno)?|(?:period|dates?) of (?:the )?(?:field |country )?visits?|field ?work(?: (?:${date}|period))?|field (?:visits?|mission)(?: ${date})?|(?:missions?|periode|dates?) (?:de |d'|des |de la )?(?:mission|missions|terrain|evaluation sur le terrain|travail de terrain)(?: de terrain)?|(?:fechas?|periodo) (?:de |de la |del )?(?:mision(?:es)?|trabajo de campo)|mision(?:es)?(?: de campo)?|trabajo de campo|trabalho de campo|(?:datas?|periodo) (?:da |das |do )?(?:miss(?:ao|oes)|trabalho de campo)|miss(?:ao|oes)(?: de campo)?`,
  },
  {
    field: "periodCovered",
    pattern: `(?:${evaluation} )?(?:period|years?|timeframe|time frame) (?:covered|under (?:review|evaluation)|evaluated|reviewed|of coverage)(?: by the (?:evaluation|review))?|evaluated period|(?:temporal|time) (?:scope|coverage)|periode (?:couverte|evaluee|consideree|sous revue|examinee)(?: par l'evaluation)?|(?:couverture|portee) temporelle|periodo (?:cubierto|evaluado|abarcado|de cobertura|analizado|examinado)(?: por la evaluacion)?|(?:cobertura|alcance) temporal|periodo (?:coberto|avaliado|abrangido|analisado)(?: pela avaliacao)?|(?:cobertura|ambito|abrangencia) temporal`,
  },
  {
    field: "evaluationPeriod",
    pattern: `${evaluation} periods?|period ${of} ?(?:the )?${evaluation}|periode (?:de l'|d')evaluation|periodo de (?:la )?evaluacion|periodo da avaliacao`,
  },
  {
    field: "evaluationDates",
    pattern: `(?:${evaluation} )${date}|${date} ${of} ?(?:the |la |l')?${evaluation}|(?:evaluation )?(?:timeline|schedule|duration)(?: of the evaluation)?|dates? (?:de l'|d')evaluation|when (?:was )?(?:the )?evaluation (?:took place|conducted)|evaluation (?:carried out|conducted) (?:in|from)`,
  },
  {
    field: "projectPeriod",
    pattern: `(?:${project} )?(?:duration|period|implementation period|timeframe|time frame|lifetime|${start} and ${end} dates?|${start} ?[-\\/] ?${end}(?: dates?)?)|(?:implementation|project|programme) (?:period|dates|duration)|(?:duration|period|dates?) ${of} ?(?:the )?(?:${project}|implementation)|(?:duree|periode)(?: (?:du projet|du programme|de mise en oeuvre|d'execution|d'implementation|de realisation))?|(?:duracion|periodo|plazo|vigencia)(?: (?:del proyecto|del programa|de ejecucion|de implementacion|de implementacao))?|(?:duracao|periodo|vigencia)(?: (?:do projeto|do programa|de execucao|de implementacao))?|(?:dates?|fechas?|datas?) (?:du projet|du programme|de mise en oeuvre|d'execution|del proyecto|del programa|de ejecucion|do projeto|do programa|de execucao)`,
  },
  {
    field: "reportDate",
    pattern: `(?:report |publication )?(?:date|issued|published)(?: ${of} ?(?:the )?(?:(?:final )?report|publication|issue|submission))?|date (?:du rapport(?: final)?|de publication|de remise)|(?:fecha|data)(?: (?:del informe(?: final)?|de publicacion|do relatorio(?: final)?|de publicacao|de entrega))?|(?:publication|report) (?:date|year)|year of publication`,
  },
  {
    field: "sdgTargets",
    pattern:
      "(?:relevant |linked |related )?(?:sdgs?|sustainable development goals?)(?: ?(?:targets?|goals?|links?|contribution|addressed|indicators?))*|(?:cibles? )?(?:des |de l')?odd(?: concernes?| vises?)?|objectifs? de developpement durable|(?:metas? )?(?:de los |dos |del |de )?ods(?: relacionados?| relevantes?)?|objetivos? de (?:desarrollo sostenible|desenvolvimento sustentavel)|(?:links? to|relation to) (?:the )?sdgs?",
  },
  {
    field: "criteria",
    pattern:
      "(?:evaluation |oecd[ /-]?dac |dac )?criteria(?: (?:assessed|covered|used|applied|of evaluation))?|criteres?(?: d'evaluation| evalues| examines| du cad)?|criterios?(?: de (?:la )?evaluacion| evaluados| aplicados| de avaliacao| avaliados| utilizados)?",
  },
  {
    field: "branches",
    pattern:
      "themes?|thematic (?:areas?|focus|fields?|coverage)|topics?|subjects?|(?:technical|policy|thematic) areas?|branch(?:es)?(?: of social security)?|key ?-?words?|policy outcomes?|themes? (?:couverts?|traites?)|domaines?(?: thematiques?| techniques?)?|branches?(?: de (?:la )?securite sociale)?|mots[- ]cles|temas?|areas? (?:tematicas?|tecnicas?)|ramas?(?: de (?:la )?seguridad social)?|palabras clave|ramos?(?: da seguranca social)?|palavras-chave|tematica",
  },
  {
    field: "languages",
    pattern:
      "(?:report |original |available )?languages?(?: of (?:the )?report| available| versions?)?|langues?(?: du rapport| disponibles?| originale)?|idiomas?(?: del informe| do relatorio| original| disponibles)?|linguas?(?: do relatorio)?",
  },
  {
    field: "summary",
    pattern:
      "abstract|summary|executive summary|resume(?: executif)?|resumen(?: ejecutivo)?|resumo(?: executivo)?",
  },
];
