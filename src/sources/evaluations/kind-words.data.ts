// The words by which reports in English, French, Spanish and Portuguese announce what follows. Patterns
// are matched against folded text: lower case, accents removed, punctuation as printed.

import type { PassageKind } from "#records";

type KindWords = {
  readonly kind: PassageKind;
  /** In headings and in sentences that announce a list. */
  readonly announced: RegExp;
  /** Before an item: `Recommendation 3:`. Absent where items are not named so. */
  readonly item?: RegExp;
  /** Names of items that say so little that only a section of the kind makes them one: `Response 1.` */
  readonly itemWithin?: RegExp;
  /** The name without a number, before a colon: `Recommendation: …`. */
  readonly bare?: RegExp;
  /** Everyday words of headings that would mean nothing in a sentence. */
  readonly heading?: RegExp;
};

const number = String.raw`(?:\s*(?:n(?:\.?[o°]\.?|\.|um(?:ber|ero|\.)?)|#)\s*(?=[\divx])|\s+|\s*[-–(]\s*)(\d{1,2}(?:\.\d{1,2}){0,2}[a-z]?|[a-z]|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|une?|deux|trois|quatre|cinq|sept|huit|neuf|dix|un[oa]|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|uma?|dois|duas|quatro|sete|oito|nove|dez)\s*(?=[.:)\]–—-]|\s|$)`;
const itemOf = (words: string) => new RegExp(`^(?:${words})${number}`);
const ordinals =
  "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|premiere|deuxieme|seconde|troisieme|quatrieme|cinquieme|sixieme|septieme|huitieme|neuvieme|dixieme|primera|segunda|tercera|cuarta|quinta|sexta|septima|octava|novena|decima|primeira|terceira|quarta|setima|oitava|nona";
/** \`R1.\`, \`R.1\`, \`LL-2\`: initials before a number. */
const codeOf = (initials: string) =>
  new RegExp(`^(?:${initials})(?:\\.? ?|-|\\s?n[o°]\\s?)(\\d{1,2}(?:\\.\\d{1,2})?[a-z]?)(?=[.:)–—-]|\\s|$)`);

const strategicBefore =
  "(?:(?:evaluation|key|main|strategic|operational|programmatic|technical|general|specific|policy|overarching|overall|priority|cross-cutting|proposed|management) ){0,2}";
const strategicAfter =
  "(?: (?:strategiques?|operationnelle|programmatique|technique|generale|specifique|cle|principale?|prioritaire|transversale?|estrategica|operativa|operacional|programatica|tecnica|general|especifica|clave|prioritaria|geral|chave)){0,2}";

/** Where two begin at the same word, the first here wins. */
export const kindWords: readonly KindWords[] = [
  {
    kind: "management-response",
    announced:
      /\b(?:repl(?:y|ies)|answers?|responses?|reactions?|comments?|observations?|positions?|stance|views?|decisions?)(?: (?:of|from|by) (?:the )?(?:\w+ ){1,3}?)? ?(?:to|on) (?:the |these |each |our )?(?:\w+ )?(?:recommendations?|suggestions|proposals)\b|\b(?:reponses?|prises? de position|positions?|avis|observations|commentaires|decisions?)(?: (?:de l'|de la |du |des )(?:\w+ ){1,3}?)? ?(?:aux|sur les|sur chacune des|concernant les|face aux) (?:recommandations|propositions|suggestions)\b|\b(?:respuestas?|posici(?:on|ones)|postura|comentarios|observaciones|decisi(?:on|ones))(?: (?:de las? |del |de los )(?:\w+ ){1,3}?)? ?(?:a|sobre|ante|frente a|respecto de|acerca de)(?: cada una de)? las (?:recomendaciones|propuestas|sugerencias)\b|\b(?:respostas?|posic(?:ao|oes)|comentarios|observacoes|decis(?:ao|oes)|pronuncia)(?: d[ao]s? (?:\w+ ){1,3}?)? ?(?:as|sobre|face|quanto|acerca das|relativamente)(?: (?:as|a))? ?(?:cada uma das )?(?:recomendacoes|propostas|sugestoes)\b|\b\bmanagement(?:'s)? (?:response|comments?)|\bresponses? (?:of|from|by) (?:the )?(?:management|office)|\b(?:office|agency)(?:'s)? (?:comments?|response)|\bcomments? (?:of|from|by) the (?:office|executive director|management)|\breponses? (?:de la|du|des) (?:direction|management|bureau|gestionnaires)|\b(?:observations|commentaires) du bureau|\brespuestas? de la (?:gerencia|direccion|administracion|oficina)|\bcomentarios de la oficina|\brespostas? d[ao] (?:gestao|administracao|gerencia|direcao)|\bcomentarios d[ao] (?:escritorio|bureau|gestao)/,
    item: itemOf(
      "management response(?: to recommendation)?|(?:response|reply) to recommendation|reponse (?:de la direction|du management|de la gestion)(?: a la recommandation)?|reponse a la recommandation|respuesta de la (?:gerencia|direccion|administracion)(?: a la recomendacion)?|respuesta a la recomendacion|resposta da (?:gestao|gerencia|administracao|direcao)(?: a recomendacao)?|resposta a recomendacao",
    ),
    itemWithin: itemOf("response|reponse|respuesta|resposta"),
    heading:
      /^\W*(?:(?:annex(?:e|es)?|anexo|appendix) ?\w*\W+)?(?:[\divxlc]+[\d.)]*\s+)?(?:responses? (?:of|from|by) (?:the )?(?:\w+ ){0,2}\w+|\w+ response|reponses? (?:de l'|de la |du |des )(?:\w+ ){0,2}\w+|respuestas? (?:de las? |del |de los )(?:\w+ ){0,2}\w+|respostas? (?:d[ao]s? )(?:\w+ ){0,2}\w+|(?:comments?|observations) (?:of|from|by) the (?:\w+ ){0,2}\w+|(?:observations|commentaires) (?:de l'|de la |du |des )(?:\w+ ){0,2}\w+|(?:observaciones|comentarios) (?:de la |del |de los |d[ao]s? )(?:\w+ ){0,2}\w+|(?:answers?|reactions?|positions?|views?) (?:of|from|by) (?:the )?(?:\w+ ){0,3}\w+|(?:the )?(?:[\w']+ ){1,2}repl(?:y|ies)|(?:response|reply) (?:matrix|table|sheet)|how (?:we|(?:the )?(?:\w+ ){0,2}(?:management|office|agency|ministry|bank|government)) (?:respon\w+|repl\w+|answer\w*)|what (?:the )?(?:\w+ ){0,2}(?:management|office|agency|ministry|bank|government) (?:says|replies|answers)|repl(?:y|ies) (?:of|from|by) (?:the )?(?:\w+ ){0,2}\w+|(?:tableau|matrice|cadre) (?:de |des )reponses?|(?:prise de position|position) (?:de l'|de la |du |des )(?:\w+ ){0,2}\w+(?: sur les recommandations)?|(?:cuadro|matriz|tabla) de respuestas?|(?:posicion|postura) (?:institucional|(?:de las? |del |de los )(?:\w+ ){0,2}\w+)|(?:quadro|matriz|tabela) de respostas?|posicao (?:institucional|d[ao]s? (?:\w+ ){0,2}\w+))\W*$/,
  },
  {
    kind: "recommendation",
    announced:
      /\brecommend(?:ation|s|ed|ing)?s?\b|\brecommand(?:ation|e|ent|ons)?s?\b|\brecomend(?:acion|aciones|acao|acoes|amos|a|an|am)\b|\brecomienda[n]?\b/,
    item: new RegExp(
      `${itemOf(`${strategicBefore}recomm?[ae]ndation${strategicAfter}|recomendacion${strategicAfter}|recomendacao${strategicAfter}`).source}|${codeOf("rec|recs|reco|recom|recomm").source}|^(${ordinals})\\s+(?:recomm?[ae]ndation|recomendacion|recomendacao)(?=\\s*[:.–—])`,
    ),
    itemWithin: new RegExp(
      `${codeOf("r|s\\.?r|o\\.?r|re").source}|${itemOf("(?:proposal|suggestion|proposition|propuesta|sugerencia|proposta|sugestao)").source}`,
    ),
    bare: /^(?:(?:key |main |overall )?recommendation|recommandation|recomendacion|recomendacao)(?=\s*[:–—])/,
    heading:
      /^\W*(?:[\divxlc]+[\d.)]*\s+)?(?:suggestions?|proposals?(?: for\b|\W*$)|proposed (?:actions?|measures|improvements)|(?:actions?|measures) proposed|suggested (?:actions?|improvements)|points for action|action points|priorities for action|(?:our )?advice(?: to\b| for\b| of the (?:evaluat|review|team|consult|author)\w*| from\b|\W*$)|what we (?:suggest|propose|advise)|what (?:should|needs to|must|could) (?:be (?:done|improved)|happen|change)|propositions?(?: (?:d'|de |pour )|\W*$)|preconisations?|pistes (?:d'|de )(?:amelioration|action|travail|reflexion)|ce que nous (?:proposons|suggerons|preconisons)|(?:actions|mesures) (?:proposees|suggerees|preconisees)|ce qu'il (?:faut|faudrait|convient de) faire|sugerencias|propuestas(?: (?:de (?:mejora|accion)|para)|\W*$)|lo que (?:proponemos|sugerimos|aconsejamos)|(?:acciones|medidas) (?:propuestas|sugeridas)|lineas de accion|lo que (?:hay que|se debe|conviene) hacer|sugestoes|propostas(?: (?:de (?:melhoria|acao)|para)|\W*$)|o que (?:propomos|sugerimos|aconselhamos)|(?:acoes|medidas) (?:propostas|sugeridas)|linhas de acao|o que (?:deve ser feito|fazer|falta fazer))\b/,
  },
  {
    kind: "good-practice",
    announced:
      /\b(?:emerging |emergent )?(?:good|best|promising) practices?\b|\b(?:bonnes?|meilleures?) pratiques?\b|\b(?:buenas?|mejores) practicas?\b|\b(?:boas?|melhores) praticas?\b/,
    item: new RegExp(
      `${itemOf("(?:emerging |emergent )?(?:good|best|promising) practice|bonne pratique(?: emergente)?|buena practica(?: emergente)?|boa pratica(?: emergente)?").source}|${codeOf("gp|egp|bpe").source}`,
    ),
    itemWithin: codeOf("bp|g|p|b"),
    bare: /^(?:(?:box|encadre|recuadro|caixa) \d+\s*[.:–—-]\s*)?(?:(?:emerging )?(?:good|best|promising) practice|bonne pratique(?: emergente)?|buena practica(?: emergente)?|boa pratica(?: emergente)?)(?=\s*[:–—])/,
    heading:
      /\b(?:experiences?|initiatives?|innovations?|approaches|examples) (?:worth|that deserve|to (?:keep|repeat|replicate|follow|share|copy))\b|\bwhat (?:others (?:can|could|may) (?:copy|learn|repeat)|deserves to be (?:repeated|kept|copied|shared))\b|\b(?:experiences?|initiatives?|exemples?) (?:a (?:reproduire|suivre|partager|generaliser|repliquer)|reussies?|exemplaires?|prometteuses?|qui meritent? d'etre (?:repris|reproduit|partage|suivi)\w*)\b|\bce qui merite d'etre (?:repris|reproduit|partage|generalise)\b|\b(?:experiencias?|iniciativas?|practicas?|ejemplos?) (?:que (?:vale la pena|merecen?|conviene|se puede[n]?) (?:ser )?(?:repet|replic|compart|imit|segu)\w+|exitosas?|ejemplares?|prometedoras?|a (?:seguir|repetir|replicar))\b|\blo que merece (?:ser )?(?:repet|replic|compart)\w+\b|\b(?:experiencias?|iniciativas?|praticas?|exemplos?) (?:que (?:vale a pena|merecem?|convem|se pode[m]?) (?:ser )?(?:repet|replic|partilh|compart|imit|segu)\w+|bem[- ]sucedidas?|exemplares?|a (?:seguir|repetir|replicar))\b|\bo que merece (?:ser )?(?:repet|replic|partilh|compart)\w+\b|\bpractices? (?:to (?:keep|retain|repeat|replicate|remember|share)|worth|that work)\b|\binnovative practices?\b|\bpratiques? (?:a (?:retenir|reproduire|partager|suivre|generaliser|repliquer)|prometteuses?|exemplaires?|inspirantes?|innovantes?)\b|\bpracticas? (?:a (?:replicar|compartir|destacar)|para (?:replicar|compartir)|destacadas?|prometedoras?|exitosas?|ejemplares?|innovadoras?)\b|\bpraticas? (?:a (?:reter|replicar|partilhar|seguir|manter)|promissoras?|de sucesso|exemplares?|inspiradoras?|inovadoras?)\b/,
  },
  {
    kind: "lesson-learned",
    announced:
      /\blessons?[- ](?:learn(?:ed|t)|drawn|identified|for the future)\b|\b(?:key|main|important|emerging) lessons?\b|^\W*(?:[\divxlc]+[\d.)]*\s*)?lessons?\W*$|^\W*(?:[\divxlc]+[\d.)]*\s+)?(?:lessons?|lecons|lecciones|licoes) (?:and|et|y|e|for|pour|para)\b|\blecons? (?:apprises?|tirees?|retenues?|a retenir|cles?|principales)|^\W*(?:[\divxlc]+[\d.)]*\s+)?(?:lecons|lecciones|licoes)\W*$|\benseignements?(?: tires| cles)?\b|\blecc?ion(?:es)? aprendidas?|\bensenanzas\b|\blic(?:ao|oes) aprendidas?|\bensinamentos?\b/,
    item: new RegExp(
      `${itemOf("(?:key |main )?lesson(?: learn(?:ed|t))?|lecon(?: apprise| tiree| retenue)?|enseignement(?: tire| cle)?|leccion(?: aprendida)?|ensenanza|licao(?: aprendida)?|ensinamento").source}|${codeOf("ll").source}`,
    ),
    itemWithin: new RegExp(
      `${codeOf("l|la|le|et|e").source}|${itemOf("takeaway|insight|aprendizaje|aprendizado|aprendizagem|apprentissage").source}`,
    ),
    bare: /^(?:(?:box|encadre|recuadro|caixa) \d+\s*[.:–—-]\s*)?(?:(?:key |main )?lesson(?: learn(?:ed|t))?|lecon(?: apprise| tiree)?|enseignement(?: tire)?|leccion(?: aprendida)?|licao(?: aprendida)?|ensinamento)(?=\s*[:–—])/,
    heading:
      /\bwhat (?:we|was|has been|have we|did we|(?:the )?\w+) (?:have )?(?:learn(?:ed|t)?)\b|\bwhat (?:the )?(?:\w+ ){1,2}(?:taught|teaches|has taught)\b|\bwhat (?:we would|would we) do differently\b|^\W*(?:[\divxlc]+[\d.)]*\s+|[a-z][.)]\s+)?(?:(?:key|main|emerging|some|final) )?(?:insights?|take-?aways?|learnings?)(?: (?:for|from|to)\b.*)?\W*$|^\W*(?:[\divxlc]+[\d.)]*\s+|[a-z][.)]\s+)?(?:(?:\w+ (?:and )?){1,2}lessons|(?:\w+ (?:et )?){1,2}(?:lecons|enseignements)|(?:\w+ (?:y )?){1,2}(?:lecciones|ensenanzas)|(?:\w+ (?:e )?){1,2}(?:licoes|ensinamentos))\W*$|\b(?:points|things) to (?:remember|retain)\b|\bexperience gained\b|\bwhat (?:stays|remains|endures) with us\b|\bwhat (?:\w+ ){1,3}(?:can|may|might|could|should) (?:take|draw|remember|retain|bear in mind)\b|\bce qu(?:e l'on|'on|e nous|'il|e d'autres) (?:\w+ ){0,3}(?:en )?(?:retenir|retirer|apprendre|tirer)\b|\blo que (?:otr[ao]s|se) (?:\w+ ){0,3}(?:aprender|extraer|retener|recordar|sacar)\b|\bo que (?:outr[ao]s|se) (?:\w+ ){0,3}(?:aprender|extrair|reter|retirar|tirar)\b|\bwhat (?:we would|others (?:should|might)|to) (?:tell|know|bear in mind|take from|take away)\b|\b(?:with|in) hindsight\b|\blooking back\b|\b(?:reflections|learning|messages|advice|insights) (?:for|from|to) (?:other|future|similar|those|new|the next|practice|experience)\b|^\W*(?:[\divxlc]+[\d.)]*\s+)?(?:reflections|learning|learnings|what experience (?:shows|tells us|has shown)|(?:the )?lessons of experience|implications for (?:other|future|similar) \w+)\W*$|\bavec le recul\b|\b(?:ce que )?l'experience (?:montre|enseigne|a (?:montre|enseigne))\b|\bce que (?:l'experience|la pratique|ces annees|le terrain) (?:\w+ ){0,3}(?:montre|enseigne|appris)\w*\b|\bce qui reste\W*$|\bce que (?:\w+ ){1,3}(?:nous )?(?:apprend|apprennent|enseignent|ont appris|ont enseigne)\b|\blo que (?:\w+ ){1,3}(?:nos )?(?:ensena|ensenan|enseno|ensenaron)\b|\bo que (?:\w+ ){1,3}(?:nos )?(?:ensina|ensinam|ensinou|ensinaram)\b|^\W*(?:[\divxlc]+[\d.)]*\s+)?(?:reflexions|reflexiones|reflexoes)(?: (?:finales?|finais|pour|para|sobre la experiencia|sobre a experiencia|tirees)\b.*)?\W*$|\ba l'intention d'autres (?:projets|pays|programmes)\b|\b(?:la|lo que la) experiencia (?:nos )?(?:ensena|enseno|muestra|demuestra|deja)\b|\b(?:mirando|mirada|vista) (?:hacia )?atras\b|\ben retrospectiva\b|\blo que (?:queda|nos queda|conviene recordar|otros pueden aprender)\b|\bpara otros (?:paises|proyectos|programas)\W*$|\b(?:a|o que a) (?:experiencia|pratica) (?:nos )?(?:mostra|mostrou|ensina|ensinou|deixa)\b|\bolhando para tras\b|\bem retrospetiva\b|\bo que fica\W*$|\bpara outros (?:paises|projetos|programas)\W*$|\b(?:key|main) learnings?\b|\blearning points?\b|\bce que (?:nous|l'on|on|l'equipe|le projet|l'evaluation) (?:avons |a |ont |nous |en )*(?:appris|appren\w*|reten\w+|retien\w+|enseigne)\b|\b(?:ce qu'il (?:faut|convient de) |points? a |^\W*(?:[\divxlc]+[\d.)]*\s+)?a )retenir\b|\bretours? d'experiences?\b|\bacquis de l'experience\b|\bce que nous ferions autrement\b|\bapprentissages?\b$|\blo que (?:se )?(?:hemos |ha )?aprendi\w*\b|\b(?:lo )?que nos (?:deja|dejo|queda|llevamos|ensena|enseno|ha ensenado)\b|\blo que hariamos de otra (?:manera|forma)\b|\b(?:puntos )?para recordar\W*$|\bque (?:hemos )?aprendimos\b|\baprendizajes\b|\bo que (?:se )?aprend\w+\b|\bo que (?:nos )?(?:ficou|fica|retemos|levamos|guardamos)(?: d\w+ .*)?\W*$|\bo que (?:nos |a experiencia (?:nos )?)(?:ensina|ensinou)\b|\bo que fariamos de outra (?:forma|maneira)\b|(?:\bpontos a |^\W*(?:[\divxlc]+[\d.)]*\s+)?a )reter\W*$|\baprendiza(?:gens|dos)\b|^\W*(?:[\divxlc]+[\d.)]*\s+)?(?:lessons|lecons|enseignements|lecciones|licoes)\b/,
  },
  {
    kind: "success-factor",
    announced:
      /\bsuccess factors?\b|\bfactors? (?:of|for|behind|in|contributing to) success\b|\b(?:enabling|facilitating|supporting) factors?\b|\bfacteurs? (?:de|du) (?:succes|reussite)|\bfacteurs favorables\b|\bfactores? (?:de exito|facilitadores?|favorables)|\bfatores? (?:de (?:sucesso|exito)|facilitadores?|favoraveis)/,
    item: itemOf("success factor|facteur de (?:succes|reussite)|factor de exito|fator de sucesso"),
  },
  {
    kind: "what-works",
    announced:
      /\bwhat (?:works|worked|has worked)\b|\bce qui (?:fonctionne|marche|a (?:bien )?(?:fonctionne|marche))|\b(?:que|lo que) (?:funciona|funciono|ha funcionado)\b|\bo que (?:funciona|funcionou)\b/,
  },
  {
    kind: "challenge",
    announced:
      /\bchallenges?\b|\bobstacles?\b|\b(?:main |key )?(?:difficulties|constraints|barriers)\b|\bwhat (?:does not|doesn't|did not|didn't) work\b|\bdefis?\b|\bdifficultes?\b|\bcontraintes?\b|\b(?:desafios?|retos?|dificultad(?:es)?|dificuldades?|obstaculos?|entraves)\b/,
    item: itemOf("challenge|obstacle|defi|desafio|reto"),
  },
  {
    kind: "conclusion",
    announced: /\bconclusions?\b|\bconcluding\b|\bconclusion(?:es)?\b|\bconclus(?:ao|oes)\b/,
    item: itemOf("(?:key |main |overall )?conclusion|conclusao"),
    itemWithin: codeOf("c|cc"),
  },
  {
    kind: "limitation",
    announced: /\blimitations?\b|\blimites\b|\blimitac(?:ion|iones|ao|oes)\b/,
    item: itemOf("limitation|limite|limitacion|limitacao"),
  },
  {
    kind: "finding",
    announced:
      /(?<!\b(?:collation|use|dissemination|presentation|validation|analysis) of )\bfindings?\b|\b(?:main|key|evaluation) results\b|\b(?:principaux )?constats?\b|\bconstatations?\b|\bprincipaux resultats\b|\bhallazgos?\b|\bprincipales resultados\b|\bconstatac(?:ao|oes)\b|\bachados?\b|\bprincipais resultados\b/,
    item: itemOf("(?:key |main )?finding|constat|constatation|hallazgo|constatacao|achado"),
    itemWithin: codeOf("f|h|c|kf"),
    heading:
      /\bwhat (?:we|(?:the )?(?:evaluation|evaluators|team|review|mission)) (?:has |have )?(?:found|observed|saw)\b|\b(?:evaluation|assessment) results\b|\bce que (?:l'evaluation|l'equipe|nous|la mission) (?:avons |a )?(?:constate|trouve|observe|vu)\w*|\b(?:lo )?que (?:encontro|encontramos|hallo|hallamos|observo|observamos)\b|\bo que (?:a avaliacao |a equipa |a equipe )?(?:encontr|constat|observ)\w+/,
  },
  {
    kind: "method",
    announced:
      /\bmethod(?:s|ology|ological)?\b|\bmethodologi(?:e|que)s?\b|\bmethodes?\b|\bmetodolog(?:ia|ico|ica)\b|\bmetodos?\b/,
    heading:
      /\bhow (?:we|(?:the )?(?:evaluation|evaluators|team|review)) (?:worked|was (?:done|made|carried out|conducted))\b|\bcomment (?:l'equipe|nous|l'evaluation) (?:avons |a )\w+|\bcomo (?:trabajo|trabajamos|trabalhou|trabalhamos|se (?:hizo|realizo|fez)|foi (?:feita|realizada))\b/,
  },
  {
    kind: "background",
    announced:
      /\bbackground\b|\bintroduction\b|\b(?:country |project |programme )?context\b|\bcontexte\b|\bantecedentes\b|\bcontexto\b|\bintroduccion\b|\bintroducao\b/,
  },
];

/**
 * Headings over what others recommended or learned before: earlier evaluations, earlier phases. Nothing there
 * is this report's.
 */
export const earlierHeadings =
  /\b(?:previous|earlier|past|prior|former|preceding)\b[^.]{0,40}\b(?:recommendations?|lessons?)\b|\brecommendations? (?:of|from|made (?:in|by|to)|in) (?:the )?(?:\w+ )?(?:previous|earlier|past|prior|mid-?term|midterm|interim|first|last|(?:19|20)\d\d)\b|\b(?:mid-?term|interim|20\d\d) (?:evaluation|review)s?(?:'s)? recommendations\b|\b(?:status|follow-?up|implementation|uptake|progress)\b[^.]{0,30}\b(?:of|on|to|implementing) (?:the |mid-?term |evaluation |past |previous )*recommendations?\b|\b(?:19|20)\d\d recommendations?\b|\brecommandations? (?:de|du rapport de|de l'evaluation de) (?:19|20)\d\d|\brecomendac(?:ion|iones|ao|oes) (?:de|del informe de|do relatorio de|de la evaluacion de|da avaliacao de) (?:19|20)\d\d|\bsuites? donnees?\b|\b(?:use|utilisation|uso|utilizacion|utilizacao|suivi|seguimiento|seguimento|acompanhamento|follow-?up)\b[^.]{0,20}\b(?:(?:previous|earlier|mid-?term|interim|last) (?:evaluation|review)|(?:evaluation|revue) (?:a mi-parcours|intermediaire)|evaluacion (?:intermedia|de medio)|avaliacao (?:intermedia|intercalar)|evaluation (?:precedente|anterieure)|evaluacion (?:anterior|previa)|avaliacao (?:anterior|previa))|\blessons? (?:learn(?:ed|t) )?from (?:the )?(?:previous|earlier|past|other|similar|first)\b|\brecommandations? (?:anterieures?|precedentes?|passees|(?:issues )?de l'(?:evaluation|examen|revue) (?:a mi|intermediaire|precedente?|anterieure?))|\b(?:suivi|etat|mise en oeuvre|statut|avancement)\b[^.]{0,40}\bdes recommandations|\b(?:lecons|enseignements) (?:tirees? )?(?:des|du|de la) (?:phases?|projets?|programmes?) (?:precedent|anterieur)|\brecomendaciones (?:anteriores|previas|precedentes|pasadas|de (?:la )?(?:evaluacion|revision)(?:es)? (?:intermedia|de medio|anterior|previa|precedente))|\b(?:seguimiento|estado|cumplimiento|implementacion|aplicacion|grado)\b[^.]{0,40}\b(?:de|a) las recomendaciones|\b(?:lecciones|ensenanzas) (?:aprendidas )?de (?:la )?(?:fases?|proyectos?|programas?) (?:anterior|previ)|\brecomendacoes (?:anteriores|previas|precedentes|passadas|da (?:avaliacao|revisao) (?:intermedia|intercalar|anterior|de meio|previa))|\b(?:seguimento|acompanhamento|estado|cumprimento|implementacao|execucao|grau|situacao)\b[^.]{0,40}\bdas recomendacoes|\blicoes (?:aprendidas )?d[aeo]s? (?:fases?|projetos?|programas?) (?:anterior|previ)/;

/**
 * Headings over what is to come. Much that stands there is no advice: only what tells somebody to do something.
 */
export const forwardHeadings =
  /^\W*(?:[\divxlc]+[\d.)]*\s+|[a-z][.)]\s+)?(?:(?:the )?(?:way forward|road ahead)|looking (?:ahead|forward)|for the (?:coming|next) years|perspectives?(?: (?:d'avenir|pour la suite))?|pour la suite|pour les (?:prochaines annees|annees a venir)|(?:la )?voie a suivre|(?:el )?camino a seguir|mirando (?:al futuro|adelante)|de cara al futuro|(?:para|hacia) los proximos anos|(?:o )?caminho a seguir|olhando para o futuro|para os proximos anos|perspe[c]?tivas?(?: (?:de futuro|futuras))?)\W*$/;

/** Annexes and chapters that say what an evaluation should do or ask, not what it found. */
export const askingHeadings =
  /\b(?:analytical framework|scoring (?:tool|grid)|rubrics?|quality checklist|assessment (?:tool|grid)|cadre analytique|grille d'(?:analyse|evaluation)|marco analitico|quadro analitico)\b|\bterms of reference\b|\btermes de reference\b|\bterminos de referencia\b|\btermos de referencia\b|\btors?\b|\btdrs?\b|\bcahier des charges\b|\binception report\b|\brapport de demarrage\b|\binforme (?:de inicio|inicial)\b|\brelatorio inicial\b|\b(?:interview|questionnaire|survey|focus group|discussion) (?:guide|guideline|protocol|question|instrument|form|schedule|checklist)s?\b|\bquestionnaires?\b|\bdata collection (?:tools|instruments)\b|\bevaluation (?:matrix|questions|framework)\b|\bguides? d'entretiens?\b|\bmatrice d'evaluation\b|\bquestions (?:d'evaluation|evaluatives|cles|directrices)\b|\boutils de collecte\b|\bguias? de (?:entrevistas?|preguntas)\b|\bpreguntas (?:de (?:la )?evaluacion|clave|orientadoras)\b|\bcuestionarios?\b|\binstrumentos de (?:recoleccion|recolha|coleta)\b|\bmatriz de (?:evaluacion|avaliacao)\b|\bgui(?:ao|oes) de entrevistas?\b|\broteiros? de entrevistas?\b|\bperguntas (?:de avaliacao|chave|orientadoras)\b|\bquestionarios?\b/;

export const annexHeadings = /^\W*(?:annex(?:e|es|ure)?|anexos?|appendi(?:x|ces)|apendices?)\b/;

export const contentsHeadings =
  /^\W*(?:table of )?contents\W*$|^\W*table des matieres\W*$|^\W*sommaire\W*$|^\W*(?:tabla de contenidos?|contenidos?|indice(?: general| de contenidos?)?|conteudos?|sumario|tabela de conteudos?)\W*$|^\W*(?:list of|liste des|lista de) (?:tables?|figures?|annexes|boxes|tableaux|encadres|tablas?|cuadros?|figuras?|anexos?|tabelas?|quadros?)\b/;

/** Headings that speak about the kind instead of announcing it. */
export const aboutTheKind =
  /^\W*(?:[\d.]+\s*)?(?:(?:component|dimension|criteri(?:on|a)|indicator|element|item|module|step|composante|critere|indicateur|etape|componente|criterio|indicador|paso|passo)\s+\d+|how|why|who|when|where|use of|using|uptake of|utili[sz]ation of|dissemination of|formulation of|developing|development of|validation of|quality of|process (?:of|for)|comment|utilisation des?|diffusion des?|formulation des?|elaboration des?|qualite des?|como|uso de|utilizacion de|difusion de|formulacion de|elaboracion de|validacion de|calidad de|utilizacao d|difusao d|formulacao d|elaboracao d|validacao d|qualidade d)\b/;

/** What a chapter of background tells about the evaluation itself: neither background nor finding. */
export const aboutTheEvaluation =
  /\b(?:purpose|scope|objectives?|clients?|users?|audience|rationale|criteria|management)\b[^.]{0,50}\b(?:evaluation|review|report|study)\b|\b(?:evaluation|review) (?:purpose|scope|objectives?|background|team|criteria|clients?)\b|\bpurpose and (?:scope|objectives?)\b|\b(?:structure|organi[sz]ation) of (?:the|this) (?:report|document)\b|\breport structure\b|\b(?:but|objet|objectifs?|portee|utilisateurs|destinataires|champ)\b[^.]{0,40}\bl'evaluation\b|\bstructure du rapport\b|\b(?:proposito|objetivos?|alcance|finalidad|usuarios|clientes|ambito)\b[^.]{0,40}\b(?:la evaluacion|da avaliacao)\b|\bestructura del informe\b|\bestrutura do relatorio\b/;

/** Headings whose sections are no findings, whatever the section around them is. */
export const outsideHeadings =
  /\b(?:annex(?:e|es)?|appendi(?:x|ces)|references|bibliograph(?:y|ie)|acronyms?|abbreviations?|contents|acknowledge?ments?|glossary|terms of reference|list of|key questions|foreword|preface|anexos?|apendices?|referencias|bibliografia|siglas?|sigles|sommaire|table des matieres|remerciements|avant-propos|indice|sumario|agradecimientos?|agradecimentos?|prologo|prefacio)\b/;

export const summaryHeadings =
  /\b(?:executive summary|summary|resume(?: executif| analytique)?|note de synthese|resumen(?: ejecutivo)?|resumo(?: executivo)?|sumario executivo|evaluation brief)\b|^\W*(?:key messages|messages cles|mensajes clave|mensagens[- ]chave|in brief|en bref|en breve|em resumo|at a glance|synthese|sintesis|sintese)\W*$|\b(?:synthese des|sintesis de las|sintese das|overview of (?:the )?|liste des|lista de(?: las)?|lista das|list of (?:the )?)\s?(?:recomm?[ae]ndations?|recomendaciones|recomendacoes|lecons|lecciones|licoes|lessons)\b|\b(?:recomm?[ae]ndations|recomendaciones|recomendacoes|lessons)\b.{0,12}\b(?:at a glance|in brief|en bref|en breve|em resumo|en resumen)\b/;

/** Sentences that point at the list behind them. */
export const pointsAhead =
  /:\s*$|\b(?:following|as follows|below|suivante?s?|ci-dessous|ci-apres|siguientes?|a continuacion|seguintes?|abaixo|a seguir)\b/;

/** Sentences about what an earlier evaluation recommended. */
export const earlierSentences =
  /\b(?:mid-?term|interim|previous|earlier|prior|last|first)(?: \w+){0,2} (?:evaluation|review|report|phase)\b|\bevaluation (?:a mi-parcours|intermediaire|precedente|anterieure)\b|\b(?:evaluacion|revision) (?:intermedia|de medio \w+|anterior|previa)\b|\b(?:avaliacao|revisao) (?:intermedia|intercalar|de meio \w+|anterior|previa)\b/;

/** Whose recommendations a sentence outside of their chapter announces: the evaluation's own, or nobody's. */
export const ownVoice =
  /\b(?:evaluat\w+|review(?:ers?)?|team|mission|consultants?|authors?|report|we|is recommended|are recommended|following recommendations|l'equipe|equipe|equipo|equipa|nous|rapport|informe|relatorio|evaluacion|avaliacao|se recomienda|recomenda-se|est recommande|recommandations suivantes|siguientes recomendaciones|seguintes recomendacoes|recommendations (?:are|include|were)|recomendaciones son|recommandations sont)\b/;

/** Sentences about the chapter, the report or the list itself instead of its matter. */
export const speaksOfItself =
  /^\W*(?:this|the (?:following|present|next|above)|these|in this) (?:\w+ )?(?:chapter|section|report|annex|part|table|figure|sections|paragraphs|recommendations|lessons)\b|^\W*(?:the )?(?:table|figure|box|graph|annex)s? (?:\d+|[ivx]+|below|above)\b|\b(?:recommendations?|lessons?(?: learn\w+)?|(?:good )?practices?|findings?|conclusions?)(?: \w+){0,6} (?:is|are|were|was|have been|has been) (?:presented|listed|grouped|organi[sz]ed|structured|formulated|drawn|derived|made|based|directed|addressed|summari[sz]ed|classified|prioriti[sz]ed|numbered|divided|identified|provided|set out|outlined|offered|developed|discussed|intended|ordered|clustered)\b|^\W*(?:the )?evaluat(?:ion|ors?)(?: team)?(?: has| have)? (?:makes?|made|offers?|offered|presents?|presented|proposes?|proposed|formulate[sd]?|identifie[sd]|identify|drew|draws|derived?|puts? forward)\b.{0,40}\b(?:recommendations?|lessons?|practices?|conclusions?)\b|^\W*(?:cette|la presente|le present|ce) (?:section|partie|chapitre|rapport|annexe)\b|^\W*(?:le tableau|la figure|l'encadre)\b|\b(?:recommandations?|lecons|enseignements|(?:bonnes )?pratiques|constats?|conclusions?)(?: \w+){0,6} (?:sont|ont ete|est|a ete) (?:presentee?s?|formulee?s?|regroupee?s?|organisee?s?|adressee?s?|tiree?s?|classee?s?|identifiee?s?|priorisee?s?|basee?s?|fondee?s?|resumee?s?)\b|^\W*l'(?:evaluation|equipe d'evaluation)(?: \w+)? (?:formule|propose|presente|identifie|a (?:formule|identifie|tire))\b.{0,40}\b(?:recommandations?|lecons|enseignements|pratiques)\b|^\W*(?:esta|la presente|este|el presente) (?:seccion|parte|capitulo|informe|apartado|anexo)\b|^\W*(?:el cuadro|la tabla|la figura)\b|\b(?:recomendaciones?|lecciones(?: aprendidas)?|(?:buenas )?practicas|hallazgos|conclusiones)(?: \w+){0,6} (?:se (?:presentan|agrupan|dirigen|basan|organizan|derivan|formulan|resumen)|(?:son|fueron|han sido|estan) (?:presentad|formulad|agrupad|dirigid|organizad|identificad|clasificad|basad)[ao]s)\b|^\W*(?:la evaluacion|el equipo evaluador)(?: \w+)? (?:formula|propone|presenta|identifica|identifico|formulo)\b.{0,40}\b(?:recomendaciones?|lecciones|practicas)\b|^\W*(?:esta|a presente|este|o presente) (?:seccao|secao|parte|capitulo|relatorio|anexo)\b|^\W*(?:o quadro|a tabela|a figura)\b|\b(?:recomendacoes|licoes(?: aprendidas)?|(?:boas )?praticas|constatacoes|conclusoes)(?: \w+){0,6} (?:sao|foram|estao) (?:apresentad|formulad|agrupad|dirigid|organizad|identificad|classificad|basead)[ao]s\b|^\W*(?:a avaliacao|a equipa avaliadora|a equipe avaliadora)(?: \w+)? (?:formula|propoe|apresenta|identifica|identificou|formulou)\b.{0,40}\b(?:recomendacoes|licoes|praticas)\b/;

/** Kinds that come as items; the others come as running text. */
export const itemKinds: ReadonlySet<PassageKind> = new Set([
  "recommendation",
  "management-response",
  "lesson-learned",
  "good-practice",
  "success-factor",
  "what-works",
  "challenge",
]);

/**
 * A paragraph about the method that begins by speaking of its limits. “Limits” alone says too little (age
 * limits, ceilings): it must be those of the study or of what it rests on.
 */
export const aboutLimitations =
  /\b(?:limitations?|limitacion(?:es)?|limitac(?:ao|oes)|limitantes?)\b|\b(?:limits|limites?) (?:of|de|da|do|des|du|d')\s?(?:the |this |l'|la |cette |esta |este |a |o |nos |los |las |os |as )?(?:evaluation|study|method\w*|analysis|data|survey|etude|analyse|donnees|enquete|exercice|evaluacion|estudio|metodo\w*|analisis|datos|encuesta|avaliacao|estudo|analise|dados|inquerito)\b/;

/** Wording inside a running paragraph that says more than its heading does. */
export const ownWords: readonly {
  readonly kind: PassageKind;
  /** Kinds of section in which the words count. */
  readonly within: ReadonlySet<PassageKind>;
  /** Counts under headings that announce nothing as well. */
  readonly anywhere?: true;
  readonly pattern: RegExp;
}[] = [
  {
    kind: "lesson-learned",
    within: new Set<PassageKind>(["finding", "conclusion"]),
    anywhere: true,
    pattern:
      /^\W*(?:the |la |le |l'|el |o |a )?(?:\w+ ){1,4}(?:also )?(?:learn(?:ed|t)|a appris|avons appris|aprendio|aprendimos|aprendeu|aprendemos) (?:\w+ ){0,2}?(?:that|que|qu)\b|\b(?:a|one|the|another|second|key|main|important) lessons?\b(?: learn(?:ed|t))?[^.]{0,80}\b(?:is|are|was|were)\b|\b(?:une?|la|l'un des) (?:lecon|enseignement)[^.]{0,60}\b(?:est|reside)\b|\buna (?:leccion|ensenanza)[^.]{0,60}\bes\b|\buma licao[^.]{0,60}\be\b/,
  },
  {
    kind: "limitation",
    // “Limitations” of a scheme are findings about it.
    within: new Set<PassageKind>(["method", "background"]),
    pattern:
      /\b(?:main|other|key|several|some) limitations?\b[^.]{0,120}\b(?:is|are|was|were|relate|related|include|included)\b|\bles? (?:principales? )?limites? de (?:l'|cette |la )|\blas? (?:principal(?:es)? )?limitacion(?:es)?\b|\bas? (?:principa(?:l|is) )?limitac(?:ao|oes)\b/,
  },
];
