// How tables of evaluation offices call their columns, in four languages: written as one says them; they are
// compared without case, accents and blanks. First the names that mean the field and nothing else; after a
// bar those that often mean it and need the content of the column to agree.

import type { MappingFieldId } from "./mapping-fields.ts";

export const headerWords: Readonly<Record<MappingFieldId, string>> = {
  id: "id; identifier; record id; evaluation id; evaluation number; evaluation no; evaluation no.; report no; report number; report id; uuid; identifiant; numero d'evaluation; numero du rapport; identificador; numero de evaluacion; numero de informe; numero da avaliacao; codigo de evaluacion; printed id | project id; ref; ref.; reference; referencia; reference number; no; no.; number; numero; code",
  title:
    "title; evaluation title; report title; title of evaluation; title of the evaluation; title of report; name of evaluation; evaluation name; document title; titre; titre de l'evaluation; titre du rapport; intitule; intitule de l'evaluation; intitule du rapport; titulo; titulo de la evaluacion; titulo del informe; titulo da avaliacao; titulo do relatorio; nombre de la evaluacion; nome da avaliacao | name; nom; nombre; nome; evaluation; project name; project title; programme title; name of project; titre du projet; nom du projet; nombre del proyecto; titulo del proyecto; nome do projeto; titulo do projeto",
  "title.en":
    "title en; title english; title in english; english title; titre anglais; titre en anglais; titulo en ingles; titulo em ingles",
  "title.fr":
    "title fr; title french; title in french; french title; titre francais; titre en francais; titulo en frances; titulo em frances",
  "title.es":
    "title es; title spanish; title in spanish; spanish title; titre espagnol; titre en espagnol; titulo en espanol; titulo em espanhol",
  "title.pt":
    "title pt; title portuguese; title in portuguese; portuguese title; titre portugais; titre en portugais; titulo en portugues; titulo em portugues",
  year: "year; evaluation year; year of completion; year of evaluation; completion year; year of publication; publication year; annee; annee d'achevement; annee de publication; annee de l'evaluation; ano; ano de finalizacion; ano de publicacion; ano de evaluacion; ano de conclusao; ano de publicacao | evaluation fy; fiscal year; fy",
  publishedOn:
    "date of publication; publication date; published; published on; date published; date of report; report date; date de publication; date du rapport; fecha de publicacion; fecha del informe; data de publicacao; data do relatorio; issued | date; fecha; data",
  type: "type; evaluation type; type of evaluation; type of evaluation scope; evaluation scope; category; evaluation category; type d'evaluation; categorie; tipo; tipo de evaluacion; tipo de avaliacao; categoria | scope; evaluation level; level of evaluation",
  timing:
    "timing; evaluation timing; type of evaluation timing; timing of evaluation; phase; stage; moment de l'evaluation; calendrier de l'evaluation; momento; momento de la evaluacion; momento da avaliacao; fase | calendrier; calendario; moment; timing type",
  nature:
    "nature; evaluation nature; nature of evaluation; type of evaluator; evaluator type; independence; nature de l'evaluation; type d'evaluateur; naturaleza; naturaleza de la evaluacion; tipo de evaluador; natureza; natureza da avaliacao; tipo de avaliador",
  status:
    "status; evaluation status; state; etat; statut; statut de l'evaluation; estado; estado de la evaluacion; situacao; estado da avaliacao; situacion",
  region:
    "region; regions; regions covered; geographic region; regional coverage; wb region; regions couvertes; region geographique; regiones; regiao; regioes; regiones cubiertas; region geografica | coverage; geographic coverage; geographical coverage; couverture geographique; cobertura geografica",
  countries:
    "country; countries; countries covered; country economy; countries economies; country or territory; country name; nation; iso3; country code; pays; pays couverts; pays concernes; pais; paises; paises cubiertos; paises abrangidos; location",
  symbols:
    "symbol; tc symbol; project symbol; project symbols; tc code; project code; project codes; project number; dc symbol; code du projet; code projet; codes projet; numero du projet; numero de projet; symbole; symbole du projet; codigo del proyecto; codigo de proyecto; codigo proyecto; numero del proyecto; numero de proyecto; simbolo; simbolo del proyecto; codigo do projeto; codigo de projeto; numero do projeto; printed symbol | project; project id; projet; proyecto; projeto",
  projects:
    "projects; project name; project names; project title; project titles; name of projects being evaluated; name of projects evaluated; projects evaluated; projets; nom du projet; titre du projet; projets evalues; proyectos; nombre del proyecto; titulo del proyecto; proyectos evaluados; projetos; nome do projeto; titulo do projeto; projetos avaliados | project; projet; proyecto; projeto",
  donor:
    "donor; donors; donor name; funding source; source of funding; funder; funders; funding agency; funding partner; donateur; donateurs; bailleur; bailleurs; bailleur de fonds; bailleurs de fonds; source de financement; donante; donantes; fuente de financiacion; fuente de financiamiento; doador; doadores; fonte de financiamento; financiador",
  fundingNote:
    "funding note; note on funding; note de financement; nota de financiacion; nota de financiamento",
  projectBudget:
    "project budget; programme budget; budget of the project; total project budget; budget du projet; presupuesto del proyecto; orcamento do projeto | budget; total budget; presupuesto; orcamento",
  evaluationBudget:
    "evaluation budget; cost of evaluation; evaluation cost; budget of evaluation; budget for evaluation; budget de l'evaluation; cout de l'evaluation; presupuesto de la evaluacion; costo de la evaluacion; coste de la evaluacion; orcamento da avaliacao; custo da avaliacao",
  plannedStart:
    "planned start; planned start date; start planned; debut prevu; date de debut prevue; inicio previsto; fecha de inicio prevista; fecha prevista de inicio; data prevista de inicio",
  plannedEnd:
    "planned end; planned end date; planned completion; planned completion date; end planned; fin prevue; date de fin prevue; fecha de finalizacion prevista; fecha prevista de finalizacion; fin previsto; data prevista de conclusao; termino previsto",
  actualStart:
    "actual start; actual start date; start date; evaluation start date; date started; date de debut; debut; debut effectif; fecha de inicio; inicio; data de inicio",
  actualEnd:
    "actual end; actual end date; end date; completion date; date completed; completed on; evaluation end date; date of completion; date de fin; date d'achevement; fecha de finalizacion; fecha de termino; fecha final; data de conclusao; data de fim; data de termino",
  coversFrom:
    "evaluation period from date; period from; evaluation period start; period covered from; covers from; from date; periode du; periode evaluee de; debut de la periode; periodo desde; inicio del periodo; periodo de; inicio do periodo",
  coversTo:
    "evaluation period to date; period to; evaluation period end; period covered to; covers to; to date; periode au; fin de la periode; periodo hasta; fin del periodo; periodo ate; fim do periodo",
  commissioningOffice:
    "commissioning office; evaluation commissioner; commissioned by; commissioner; commissioning unit; bureau commanditaire; commanditaire; oficina que encarga; encargada por; comisionada por; comitente; escritorio contratante; encomendada por",
  manager:
    "evaluation manager; manager; responsable de l'evaluation; gestionnaire de l'evaluation; gestor de la evaluacion; gerente de la evaluacion; gestor da avaliacao; responsable de la evaluacion",
  evaluators:
    "evaluator; evaluators; evaluation team; author; authors; consultant; consultants; external evaluator; lead evaluator; evaluateur; evaluateurs; auteur; auteurs; equipe d'evaluation; evaluador; evaluadores; autor; autores; equipo de evaluacion; avaliador; avaliadores; equipe de avaliacao",
  administrativeUnit:
    "administrative unit; administrative office; responsible unit; responsible office; office; unit; unite administrative; bureau responsable; unidad administrativa; oficina responsable; unidade administrativa; escritorio responsavel",
  technicalUnit:
    "technical unit; technical backstopping unit; backstopping unit; technical backstopping office; unite technique; unite d'appui technique; unidad tecnica; unidade tecnica; technical area",
  themes:
    "theme; themes; thematic area; thematic areas; topic; topics; subject; subjects; keywords; migration thematic areas; relevant crosscutting themes; cross cutting themes; crosscutting themes; thematique; thematiques; domaine thematique; domaines thematiques; themes transversaux; mots cles; tema; temas; area tematica; areas tematicas; temas transversales; palabras clave; temas transversais; palavras chave | global practice; sector; sectors",
  populations:
    "population; populations; target group; target groups; target population; beneficiaries; groupe cible; groupes cibles; population cible; beneficiaires; grupo destinatario; grupo meta; poblacion; poblacion objetivo; beneficiarios; grupo alvo; populacao alvo",
  branches:
    "branch; branches; social security branch; branches of social security; branche; branches de la securite sociale; rama; ramas; ramas de la seguridad social; ramo; ramos; ramos da seguranca social",
  criteria:
    "criteria; evaluation criteria; dac criteria; oecd dac criteria; criteres; criteres d'evaluation; criteres du cad; criterios; criterios de evaluacion; criterios del cad; criterios de avaliacao",
  sdgTargets:
    "sdg; sdgs; sdg target; sdg targets; sustainable development goals; odd; cible odd; cibles odd; cibles des odd; ods; metas ods; meta ods; metas de los ods; metas dos ods",
  policyOutcome:
    "policy outcome; policy outcomes; programme and budget outcome; p b outcome; outcome link; resultat strategique; resultat en matiere de politiques; resultado en materia de politicas; resultado de politica; resultado de politicas | outcome; outcomes",
  countryProgrammeOutcome:
    "country programme outcome; country programme outcomes; cpo; country program outcome; resultat de programme par pays; resultado del programa de pais; resultado de programa de pais; resultado do programa de pais",
  reportLanguages:
    "language; languages; report language; report languages; language of report; langue; langues; langue du rapport; idioma; idiomas; idioma del informe; lingua; linguas; lengua; idioma do relatorio; lang",
  links:
    "link; links; url; urls; file url; report url; report link; document url; web link; web address; address; printed link; lien; liens; adresse; enlace; enlaces; vinculo; ligacao; ligacoes; endereco; hyperlink",
  linkTitles:
    "link title; link titles; link text; file description; document description; file title; description du fichier; titre du lien; descripcion del archivo; descricao do arquivo; descricao do ficheiro; docs desc",
  partners:
    "partner; partners; joint partners; implementing partner; implementing partners; partenaire; partenaires; socio; socios; asociados; parceiro; parceiros; contrapartes",
  attributionNote:
    "attribution; attribution note; note d'attribution; nota de atribucion; atribucion; nota de atribuicao",
  qualityRating:
    "quality rating; quality score; report quality; quality assessment rating; quality of report; note de qualite; qualite du rapport; calificacion de calidad; calidad del informe; classificacao de qualidade; qualidade do relatorio",
  managementResponse:
    "management response; management response status; management response available; reponse de la direction; reponse de l'administration; respuesta de la direccion; respuesta de la administracion; respuesta de la gerencia; resposta da administracao; resposta da gestao; resposta da direcao",
  summary:
    "summary; abstract; executive summary; description; resume; synopsis; sumario; resumen; resumen ejecutivo; resumo; resumo executivo; descripcion; descricao; resume executif",
};
