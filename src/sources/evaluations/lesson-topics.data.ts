// Words for groups of people and for what lay within or outside the reach of a project, in four languages,
// lower case without accents. Codes are those of the vocabulary `population`.

/** Groups of people; words of one group that are part of another's stand with the narrower one. */
export const populationTerms: Readonly<Record<string, string>> = {
  children:
    "child(?:ren)?(?! (?:benefits?|allowances?|grants?))|girls|boys|child labour(?:ers)?|enfants?|enfance|travail des enfants|ninos|ninas|ninez|infancia|trabajo infantil|criancas?|infancia|trabalho infantil",
  "young-people":
    "youth|young (?:people|persons?|women|men|workers|job[- ]?seekers)|adolescents?|jeunes(?:se)?|jovenes|juventud|adolescentes|jovens|juventude",
  women:
    "women|female (?:workers|entrepreneurs|members)|gender|femmes|travailleuses|genre|egalite entre les sexes|mujeres|trabajadoras|genero|mulheres|trabalhadoras",
  "pregnant-women-and-mothers":
    "pregnan(?:t|cy)(?: women)?|mothers|maternity|breastfeeding|femmes enceintes|meres|maternite|allaitement|embarazadas|embarazo|madres|maternidad|lactancia|gravid(?:as|ez)|maes|maternidade|amamentacao|aleitamento",
  "older-persons":
    "older (?:persons|people|women|men|workers)|elderly|pensioners|retirees|old[- ]age|personnes agees|retraites|vieillesse|personas mayores|adultos mayores|jubilados|pensionistas|vejez|pessoas idosas|idosos|reformados|aposentados|velhice",
  "persons-with-disabilities":
    "disabilit(?:y|ies)|disabled (?:persons|people|workers)|handicap(?:s|ees?)?|invalidite|discapacidad(?:es)?|invalidez|deficiencias?|pessoas com deficiencia",
  "unemployed-persons":
    "unemployed|job[- ]?seekers|unemployment|chomeurs|chomeuses|chomage|demandeurs d'emploi|desemplead[oa]s|desempleo|desempregad[oa]s|desemprego",
  "workers-in-informal-economy":
    "informal (?:economy|workers?|sector|employment|enterprises?|traders?)|informality|formali[sz]ation|own-account|economie informelle|secteur informel|travailleurs (?:de l'economie informelle|informels)|travailleuses informelles|informalite|economia informal|sector informal|setor informal|trabajador[ae]s informales|trabalhador[ae]s informais|informalidad|informalidade",
  "domestic-workers":
    "domestic work(?:ers?)?|household workers|travail(?:leurs|leuses)? domestiques?|employees? de maison|trabajador[ae]s (?:del hogar|domestic[oa]s)|trabajo domestico|trabalhador[ae]s domestic[oa]s|trabalho domestico|empregadas domesticas",
  "agricultural-workers":
    "farmers?|agricultur(?:e|al)(?: workers)?|rural (?:workers|households|women|communities)|fishers|fisherfolk|plantations?|agriculteurs|agricultrices|travailleurs (?:agricoles|ruraux)|pecheurs|agricultor[ae]s|trabajador[ae]s (?:agricolas|rurales|del campo)|campesin[oa]s|pescador[ae]s|trabalhador[ae]s (?:agricolas|rurais)|camponeses",
  "self-employed-workers":
    "self-employed|self-employment|travailleurs independants|travail(?:leurs)? autonomes?|trabajador[ae]s (?:autonom[oa]s|independientes|por cuenta propia)|cuentapropistas|trabalhador[ae]s (?:autonom[oa]s|independentes|por conta propria)",
  "public-employees":
    "civil serv(?:ants?|ice)|public (?:servants|employees|sector workers)|fonctionnaires? de l'etat|agents publics|fonction publique|funcionarios? publicos?|empleados publicos|servidores publicos|funcao publica|trabalhador[ae]s do setor publico",
  enterprises:
    "enterprises?|smes?|msmes?|small businesses|entrepreneurs?|cooperatives?|factor(?:y|ies)|entreprises?|pme|coop[ée]ratives?|entrepreneurs|empresas?|pymes?|cooperativas?|emprendedores|empresari[oa]s|microempresas",
  migrants:
    "migrants?(?: workers?)?|migration|diaspora|returnees|migrant[es]?s|travailleurs migrants|migrations?|migrantes|trabajador[ae]s migrantes|migracion(?:es)?|migracao|migracoes",
  "refugees-and-displaced-persons":
    "refugees?|displaced (?:persons|people|populations)|host communities|asylum seekers|refugies?|personnes deplacees|deplaces internes|refugiad[oa]s|desplazad[oa]s|deslocad[oa]s",
  "indigenous-peoples":
    "indigenous(?: and tribal)?(?: peoples?| women| communities)?|tribal peoples|autochtones|indigenes|pueblos (?:indigenas|originarios|tribales)|indigenas|povos (?:indigenas|tribais)|afrodescendientes|afrodescendentes",
  "people-living-with-hiv": "hiv(?:/aids)?|aids|vih(?:/sida)?|sida",
  "poor-households":
    "poor(?:est)? (?:households?|families|people)|the poor|poverty|vulnerable (?:households|families|groups)|menages (?:pauvres|vulnerables)|familles pauvres|pauvrete|hogares (?:pobres|vulnerables)|familias pobres|pobreza|agregados familiares (?:pobres|vulneraveis)|familias (?:pobres|vulneraveis)",
  "institutions-and-officials":
    "ministr(?:y|ies)|government(?:s| officials)?|officials|social security (?:institutions?|administrations?|agenc(?:y|ies))|labour inspector(?:s|ates?)|public institutions|parliament|minister(?:e|es)|gouvernements?|institutions (?:publiques|de securite sociale)|caisses? (?:nationale|de securite sociale)\\S*|inspecteurs du travail|ministerios?|gobiernos?|instituciones|instituto (?:de|nacional)|inspectores|governos?|instituicoes|instituto nacional",
  "social-partners":
    "social partners|employers'? (?:and workers'? )?(?:organi[sz]ations?|associations?|federations?)|workers'? organi[sz]ations?|trade unions?|unions|tripartite|tripartism|social dialogue|partenaires sociaux|organisations? (?:d'employeurs|de travailleurs|patronales?)|syndicats?|tripartit[es]*|tripartisme|dialogue social|interlocutores sociales|organizaciones de (?:empleadores|trabajadores)|sindicatos?|centrales sindicales|tripartit[oa]s?|tripartismo|dialogo social|parceiros sociais|organizacoes de (?:empregadores|trabalhadores)",
};

/** What a project or its organisation has in its own hands. */
export const internalTerms =
  "project (?:design|management|team|staff|implementation|document|duration|office|manager)|programme (?:design|management|team)|theory of change|logframes?|logical framework|work ?plans?|budgets?|budgeting|staff(?:ing)?|recruitment|procurement|monitoring|m&e|baselines?|indicators?|reporting|backstopping|technical assistance|training|capacity[- ]building|coordination|communication|participatory|consultations?|pilots?|pilot(?:ed|ing)|tools?|sequenc(?:e|ing)|phas(?:e|ing)|exit strateg\\w+|steering committees?|planning|methodolog\\w+|conception (?:du|de) projets?|gestion (?:du|de) projets?|equipe (?:du|de) projet|cadre logique|theorie du changement|plans? de travail|budget(?:s|isation)?|recrutements?|personnel|suivi(?:-evaluation)?|indicateurs?|formations?|renforcement des capacites|assistance technique|appui technique|coordination|concertation|planification|outils?|phase pilote|strategie de (?:sortie|desengagement)|diseno del proyecto|gestion del? proyecto|equipo del? proyecto|marco logico|teoria del cambio|plan(?:es)? de trabajo|presupuestos?|contratacion|personal|seguimiento|monitoreo|linea de base|indicadores|capacitacion(?:es)?|asistencia tecnica|coordinacion|planificacion|herramientas?|pilotos?|estrategia de salida|desenho do projeto|gestao do projeto|equip[ae] do projeto|quadro logico|teoria da mudanca|planos? de trabalho|orcamentos?|recrutamento|pessoal|monitoria|monitoramento|acompanhamento|formacao|capacitacao|assistencia tecnica|coordenacao|planeamento|planejamento|ferramentas?|estrategia de saida";

/** What happens around a project whatever it does. */
export const externalTerms =
  "political (?:will|commitment|support|instability|change|changes|context|transition|crisis|situation|economy)|elections?|change[s]? of government|government (?:turnover|priorities|commitment)|turnover of (?:officials|ministers)|conflicts?|war|insecurity|security situation|pandemic|covid(?:-19)?|disasters?|floods?|drought|earthquake|cyclone|climate|economic (?:crisis|downturn|context|conditions|shocks?)|financial crisis|inflation|exchange rates?|recession|fiscal (?:space|crisis|constraints)|legislat(?:ion|ive)|legal framework|national (?:ownership|context|legislation|polic(?:y|ies))|parliament|donor (?:priorities|policy|requirements)|labour market (?:conditions|context)|volonte politique|engagement politique|instabilite politique|contexte (?:politique|national|economique|securitaire)|elections?|changements? de gouvernement|remaniements?|conflits?|insecurite|crise (?:politique|economique|financiere|sanitaire)|pandemie|catastrophes?|inondations?|secheresse|inflation|cadre (?:legal|juridique)|legislation|espace budgetaire|voluntad politica|compromiso politico|inestabilidad politica|contexto (?:politico|nacional|economico)|elecciones|cambios? de gobierno|conflictos?|inseguridad|crisis (?:politica|economica|financiera|sanitaria)|desastres?|inundaciones|sequia|inflacion|marco (?:legal|juridico|normativo)|legislacion|espacio fiscal|vontade politica|compromisso politico|instabilidade politica|contexto (?:politico|nacional|economico)|eleicoes|mudancas? de governo|conflitos?|inseguranca|crise (?:politica|economica|financeira|sanitaria)|pandemia|inundacoes|cheias|seca|inflacao|quadro (?:legal|juridico)|legislacao|espaco (?:fiscal|orcamental)";
