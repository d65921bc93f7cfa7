// The names of fields in recommendation tables, response forms and the templates of lessons learned and
// emerging good practices, in English, French, Spanish and Portuguese. Patterns are matched against folded
// text (lower case, accents removed).
// Source of the template names: evidence.md 6.4 and the ILO's published templates; the others: tables of
// recommendations and response forms of UN agencies.

export type FieldId =
  | "addressees"
  | "priority"
  | "time-frame"
  | "resources"
  | "linked"
  | "response"
  | "actions"
  | "status"
  | "comments"
  | "reason"
  | "lesson"
  | "context"
  | "users"
  | "challenges"
  | "success"
  | "administrative"
  | "practice"
  | "conditions"
  | "cause"
  | "impact"
  | "replication"
  | "links"
  | "documents"
  | "form";

type FieldName = {
  readonly id: FieldId;
  /** Names that mean this field wherever a line begins with them. */
  readonly strong?: string;
  /** Names that are ordinary words too: a colon must follow, or they head a column. */
  readonly loose?: string;
};

const brief =
  "(?:(?:brief|short) (?:description|summary) of (?:the )?|(?:breve|courte) description (?:de la |de l'|des |du )?|(?:bref|court) resume (?:de la |de l'|des )?|breve (?:descripcion|resumen|descricao|resumo) d[aeo]s? ?(?:la |las )?|(?:description|resume) (?:succinct|sommaire|bref|breve|courte?)e? (?:de la |de l'|des |du )?|(?:descripcion|resumen|resena|descricao|resumo) (?:breve|sucint[ao]|cort[ao]|curt[ao]) d[aeo]s? ?(?:la |las )?)";
/** Without “brief”, one lesson only: summaries of several are chapters. */
const plainly =
  "(?:(?:description|summary) of (?:the )?|(?:description|resume) (?:de la |de l'|du )|(?:descripcion|resumen) de la |(?:descricao|resumo) da )";
const oneLesson =
  "(?:lesson(?: learn(?:ed|t))?|lecon(?: apprise| tiree)?|enseignement(?: tire)?|leccion(?: aprendida)?|ensenanza|licao(?: aprendida)?|ensinamento)";
const onePractice =
  "(?:emerging )?(?:(?:good |best )?practice|(?:bonne )?pratique|(?:buena )?practica|(?:boa )?pratica)(?: emergente)?";

/** Where two fit, the first here wins. */
export const fieldNames: readonly FieldName[] = [
  {
    id: "response",
    strong:
      "(?:(?:ilo|undp|unicef|iom|office|final|formal) )?management(?:'s)? response(?: to (?:the )?recommendation)?|reponse (?:de la direction|du management|de la gestion|de l'administration|du bureau)|respuesta de la (?:gerencia|direccion|administracion|oficina)|resposta d[ao] (?:gestao|gerencia|administracao|direcao|escritorio)",
    loose:
      "responses?|repl(?:y|ies)|(?:comments?|repl(?:y|ies)|reactions?|position|responses?) (?:of|from|by) (?:the )?(?:\\w+ ){0,2}\\w+|(?:(?:country )?office|agency|ministry|government|bank|unit)(?:'s)? (?:responses?|repl(?:y|ies)|comments?|position)|(?:observations|commentaires|position|avis|reponses?) (?:de l'|de la |du |des )(?:\\w+ ){0,2}\\w+|(?:comentarios|observaciones|posicion|postura|respuestas?) (?:institucional(?:es)?|(?:de las? |del |de los )(?:\\w+ ){0,2}\\w+)|(?:comentarios|observacoes|posicao|respostas?) (?:institucional|institucionais|d[ao]s? (?:\\w+ ){0,2}\\w+)|(?:office|management)(?:'s)? (?:comments?|decision|position)|decision|verdict|accept(?:ed|ance)(?: ?[/(,]? ?.{0,50}(?:reject|accept)\\w*\\)?)?|agree(?:d|ment)?(?: ?/ ?.{0,40}disagreed?)?|reponses?|avis|acceptee?(?: ?/.{0,40})?|respuestas?|aceptad[ao](?: ?/.{0,40})?|respostas?|aceite(?: ?/.{0,40})?|aceitacao|parecer",
  },
  {
    id: "actions",
    strong:
      "key actions?(?:\\(s\\))?|planned (?:key )?actions?(?:\\(s\\))?|actions? (?:planned|to be taken|prevues?|proposees?|a prendre|a entreprendre|previstas?|propuestas?)|actions? cles?|mesures? (?:prevues?|a prendre|proposees?|cles?)|acciones? (?:clave|previstas?|propuestas?)|acoes?[- ]chave|acoes? (?:previstas|propostas)|medidas? (?:previstas?|clave|propuestas?|propostas?)|action points?|follow-?up actions?",
    loose:
      "actions?(?:\\(s\\))?|acciones|accion|acoes|acao|mesures?|medidas?|activities|activites|actividades|atividades",
  },
  {
    id: "status",
    strong:
      "(?:final )?implementation (?:monitoring )?status|status of implementation|etat d'avancement|etat de (?:la )?mise en oeuvre|estado de (?:la )?(?:implementacion|ejecucion|avance)|estado d[ae] (?:implementacao|execucao)|situacao d[ae] (?:implementacao|execucao)",
    loose: "status|tracking\\*?|progress|statut|avancement|estado|avances?|progres|situacao|progresso",
  },
  {
    id: "comments",
    strong: "(?:final )?comments? on (?:the )?implementation(?: status)?",
    loose:
      "(?:final |additional )?comments?|commentaires?|comentarios?|observations?|observaciones|observacoes|remarks?|remarques?",
  },
  {
    id: "addressees",
    strong:
      "responsible (?:units?(?:\\(s\\))?|persons?|offices?|part(?:y|ies)|entit(?:y|ies)|institutions?|agenc(?:y|ies)|actors?|stakeholders?|department)(?: ?/ ?\\w+)?|responsibility for implementation|addressed to|addressees?(?:\\(s\\))?|directed (?:to|at)|target(?:ed)? (?:entit(?:y|ies)|institutions?|audience)|unites?(?:\\(s\\))? responsables?(?:\\(s\\))?|entites?(?:\\(s\\))? responsables?(?:\\(s\\))?|acteurs? (?:concernes?|responsables?)|destinataires?(?:\\(s\\))?|adressee?s? (?:a|aux?)\\b|unidad(?:\\(?es\\)?)? responsables?(?:\\(s\\))?|entidad(?:\\(?es\\)?)? responsables?(?:\\(s\\))?|instituc(?:ion|iones) responsables?|dirigid[ao]s? a\\b|destinatari[ao]s?|unidades?(?:\\(s\\))? responsave(?:l|is)(?:\\(is\\))?|entidades? responsave(?:l|is)",
    loose:
      "responsib(?:le|ility|ilities)|responsables?|responsabilites?|responsabilidad(?:es)?|responsave(?:l|is)|responsabilidades?|who|to whom|for whom|owners?|lead(?: agency| unit| actor)?|actors?|acteurs?|actores|atores|recipients?|intended for|a l'attention de|a quien|a quem|para quem|stakeholders?|parties prenantes|executing agency",
  },
  {
    id: "priority",
    strong:
      "priority (?:level|rating|ranking)|level of (?:priority|importance)|(?:niveau|degre|ordre) de priorite|(?:nivel|grado|orden) de prioridad|(?:nivel|grau) de prioridade",
    loose: "priority|priorite|prioridade?|urgency|urgence|urgencia|importance",
  },
  {
    id: "time-frame",
    strong:
      "time ?-?frame(?: for (?:implementation|action))?|time ?line(?: for implementation)?|time implications?|time horizon|target date|due date|implementation (?:date|period|timeframe)|incidences? temporelles?|implications? (?:temporelles?|de temps|en temps|de tiempo)|implicac(?:iones|ion|oes|ao) (?:temporal(?:es)?|temporais|de tiempo|de tempo)|horizon temporel|horizonte temporal|date limite|fecha limite|data limite|delai de mise en oeuvre|plazo de (?:ejecucion|implementacion)|prazo de (?:execucao|implementacao)",
    loose:
      "timing|time|deadline|when|by when|delais?|echeances?|echeancier|calendrier|duree|quand|plazos?|tiempo|temporalidad|cronograma|calendario|cuando|fechas?|prazos?|tempo|quando|periodo|period|term|terme|term of implementation",
  },
  {
    id: "resources",
    strong:
      "resources? (?:implications?|requirements?|needed|required|level)|level of resources?|(?:financial|budget(?:ary)?|cost) implications?|ressources? (?:necessaires|requises)|implications? (?:financieres?|budgetaires|en (?:matiere de )?ressources)|incidences? (?:financieres?|budgetaires?|sur les ressources)|recursos? (?:necesarios|requeridos|necessarios|requeridos)|implicac(?:iones|ion|oes|ao) (?:financier[ao]s?|financeiras?|presupuestarias?|orcamentais|orcamentarias|de recursos|en recursos|em recursos)|nivel de recursos|niveau de ressources",
    loose: "resources?|ressources?|recursos?|costs?|couts?|costos?|custos?|budget|presupuesto|orcamento",
  },
  {
    id: "linked",
    strong:
      "linked (?:to|with)\\b|links? to (?:conclusions?|findings?)|based on (?:conclusions?|findings?)|related (?:to )?(?:conclusions?|findings?)|(?:corresponding|supporting|associated|linked) (?:conclusions?|findings?)|liee?s? aux?\\b|lien avec|basee?s? sur (?:les? |la )?(?:conclusions?|constats?)|(?:conclusions?|constats?) (?:liee?s?|lies?|associee?s?|correspondante?s?)|vinculad[ao]s? (?:a|con)\\b|relacionad[ao]s? co[nm]\\b|basad[ao]s? en\\b|(?:conclusion|hallazgo|conclusao|constatacao|achado)(?:es|s)? (?:relacionad|vinculad|asociad|associad)[ao]s?|conclusoes (?:relacionadas|associadas)|constatacoes (?:relacionadas|associadas)|ligad[ao]s? (?:a|as|aos?)\\b|basead[ao]s? em\\b",
    loose:
      "conclusions?|findings?|constats?|conclusiones|hallazgos?|conclusoes|constatacoes|achados|source|origin",
  },
  {
    id: "reason",
    loose:
      "justification|rationale|reasons?|motifs?|explanation|explication|justificacion|razon(?:es)?|motivos?|justificacao|justificativa|fundamentacao",
  },
  {
    id: "lesson",
    strong: `${brief}(?:lessons?(?: learn(?:ed|t))?|lecons?(?: apprises?| tirees?)?|enseignements?(?: tires?)?|leccion(?:es)?(?: aprendidas?)?|ensenanzas?|lic(?:ao|oes)(?: aprendidas?)?|ensinamentos?)|${plainly}${oneLesson}\\b`,
  },
  {
    id: "practice",
    strong: `${brief}(?:emerging )?(?:(?:good )?practices?|(?:bonnes? )?pratiques?|(?:buenas? )?practicas?|(?:boas? )?praticas?)(?: emergentes?)?|${plainly}${onePractice}\\b`,
  },
  {
    id: "context",
    strong:
      "context and (?:any )?(?:related )?pre-?conditions|contexte et (?:toutes? )?(?:les )?(?:conditions?|pre-?conditions?)|contexto y (?:cualquier )?(?:pre)?condic|contexto e (?:quaisquer )?(?:pre-?)?condic|contexto y posibles condiciones",
    loose: "context|contexte|contexto",
  },
  {
    id: "users",
    strong:
      "target(?:ed)? users|utilisateurs (?:et beneficiaires )?(?:vises|cibles?)|usuarios (?:y beneficiarios )?(?:previstos|destinatarios|visados|meta)|utilizadores (?:e beneficiarios )?(?:visados|alvo|previstos)|usuarios (?:e beneficiarios )?(?:visados|alvo)|publico[- ]alvo",
  },
  {
    id: "challenges",
    strong:
      "challenges? ?/ ?negative lessons?|def(?:is?|is) ?/ ?(?:lecons?|enseignements?) negati|difficultes ?/ ?lecons? negati|(?:desafios?|retos?|dificultades) ?/ ?(?:leccion(?:es)?|aspectos|ensenanzas) negativ|desafios? ?/ ?(?:lic(?:ao|oes)|aspetos|aspectos) negativ",
    loose: "challenges?|defis?|desafios?|retos?|difficultes",
  },
  {
    id: "success",
    strong:
      "success ?/ ?positive (?:issues|factors|aspects)|(?:succes|reussites?) ?/ ?(?:questions|aspects|points|elements|facteurs|enjeux) positi|exitos? ?/ ?(?:cuestiones|aspectos|factores|temas) positiv|(?:sucessos?|exitos?) ?/ ?(?:questoes|aspectos|aspetos|fatores) positiv",
    loose: "success(?:es)?|succes|exitos?|sucessos?",
  },
  {
    id: "administrative",
    strong:
      "(?:ilo )?administrative (?:issues|aspects)|questions administratives|aspects administratifs|(?:cuestiones|aspectos|temas) administrativ[ao]s|(?:questoes|aspetos|aspectos) administrativ[ao]s",
  },
  {
    id: "conditions",
    strong:
      "relevant conditions and context|(?:limitations|conditions) (?:and|or) (?:conditions|advice)|conditions (?:pertinentes )?et contexte|condiciones (?:pertinentes|relevantes) y contexto|condicoes (?:pertinentes|relevantes) e contexto",
  },
  {
    id: "cause",
    strong:
      "establish (?:a )?clear cause|clear cause[- ](?:and-)?effect|(?:etablir une|etablissez une) relation (?:claire )?de cause|relation (?:claire )?de cause a effet|(?:establecer|estableza|establezca) una (?:clara )?relacion|relacion (?:clara )?(?:de )?causa|(?:estabelecer|estabeleca) uma (?:clara )?relacao|relacao (?:clara )?(?:de )?causa",
  },
  {
    id: "impact",
    strong:
      "indicate (?:the )?measurable impacts?|measurable impacts?|(?:indique[rz]? (?:l'|les |des )?)?(?:impacts?|effets?) (?:quantifiables?|mesurables?)|(?:(?:indicar|indique|indiquese) (?:el |los |o |os )?)?(?:impactos?|efectos?|efeitos?) (?:medibles?|mensurables?|mensurave(?:l|is)|cuantificables?)",
  },
  {
    id: "replication",
    strong:
      "potential for replication|potentiel de (?:reproduction|replication|replicabilite)|possibilites? de (?:reproduction|replication)|potencial de (?:replicacion|reproduccion|replicacao|reproducao)|posibilidad(?:es)? de (?:replicacion|reproduccion)|replicab",
  },
  {
    id: "links",
    strong:
      "upward links?|liens? (?:vers|avec) (?:les |des )?objectifs|(?:vinculos?|enlaces?|relacion) (?:superiores|ascendentes|con (?:los )?(?:objetivos|fines))|ligac(?:ao|oes) (?:com|a|aos) (?:os )?objetivos|ligacoes superiores",
  },
  {
    id: "documents",
    strong:
      "other documents or relevant|autres documents ou|otros documentos o|outros documentos ou|autres (?:documents|commentaires)|otros (?:documentos|comentarios)|outros (?:documentos|comentarios)",
  },
  {
    id: "form",
    strong:
      "project title|project tc/? ?symbol|project (?:tc )?code|name of (?:the )?evaluators?|date of (?:the )?evaluation|the following (?:lesson|emerging good practice)[^.]{0,60}(?:identified|learned)|ll element|gp element|titre du projet|nom de l'evaluat|titulo del proyecto|nombre del evaluador|titulo do projeto|nome do avaliador|element de la|elemento de la|elemento d[ao]",
  },
];

/** A row's bare name in a template whose other rows are its fields: “Lesson learned | …”. */
export const bareNames: readonly (readonly ["lesson" | "practice", RegExp])[] = [
  ["lesson", new RegExp(`^(?:${oneLesson}|what (?:was|we) learn(?:ed|t))(?: \\([^()]*\\))?\\W*$`)],
  ["practice", new RegExp(`^(?:${onePractice})(?: \\([^()]*\\))?\\W*$`)],
];
