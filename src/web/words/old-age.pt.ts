export const words = {
  title: "A segurança do rendimento de mulheres e homens idosos",
  kicker: "Um exemplo explicado",
  lead: "Quem pode contar com um rendimento na velhice? Uma linha por país, mulheres e homens na mesma escala, e para um país cada passo do valor bruto à posição.",
  invented: "inventado",
  empty:
    "Aqui estariam as mulheres e os homens de cada país: nenhuma versão que possa ler tem um indicador deste índice por sexo.",
  emptyHow:
    "É preciso uma versão com uma coluna de sexo e pelo menos um dos indicadores para mulheres e para homens.",
  "about.heading": "O que é medido",
  "about.version": "versão {{version}} da definição",
  "about.bySex":
    "Indicadores com dados de mulheres e homens: {{bySex}}. Indicadores que contam o mesmo para ambos, como as leis: {{shared}}. Se um indicador tem dados por sexo de outros países e não deste, aqui falta; o número dos dois sexos juntos nunca o substitui.",
  "about.leftOut":
    "Fica de fora aqui, porque é só de mulheres e estaria errado na linha dos homens: {{names}}.",
  "about.scale":
    "As mulheres e os homens de todos os países estão numa mesma escala, como se cada país tivesse duas linhas: 0 é o valor mais baixo de todos estes grupos, 1 o mais alto. As posições são entre todos os grupos.",
  "countries.heading": "Mulheres e homens, país a país",
  "countries.note":
    "Os traços são intervalos de 95 %: ponderações, métodos e indicadores variados, erro de amostragem contado. Onde se sobrepõem, a ordem não é segura.",
  period: "Período",
  women: "Mulheres",
  men: "Homens",
  "figure.title": "Segurança do rendimento na velhice: mulheres e homens",
  "figure.subtitle":
    "Índice de 0 a 1 com intervalos de 95 %; período: {{period}}; à direita, mulheres menos homens",
  sentence:
    "Países com pontuação para ambos: {{n}}. As mulheres estão abaixo dos homens em {{behind}}; o mais longe, {{widest}}, por {{gap}}.",
  "sentence.noneBehind":
    "Países com pontuação para ambos: {{n}}. Em nenhum deles as mulheres estão abaixo dos homens.",
  "sentence.none": "Nenhum país tem pontuação para mulheres e para homens.",
  "spoken.women": "Mulheres {{score}}, posição {{rank}}.",
  "spoken.men": "Homens {{score}}, posição {{rank}}.",
  "column.womenRank": "Posição das mulheres",
  "column.menRank": "Posição dos homens",
  "column.gap": "Mulheres menos homens",
  "steps.heading": "Passo a passo: {{name}}",
  "steps.note":
    "Escolha um país; o endereço guarda-o. Cada valor bruto tem uma pequena marca que leva à sua célula no ficheiro de origem.",
  "steps.country": "País",
  "steps.none": "Não há pontuação de {{name}} para explicar.",
  "step.raw": "Os valores brutos, postos na escala",
  "step.rawText":
    "Cada valor torna-se um número de 0 a 1: a sua distância ao valor mais baixo de todos os grupos e anos, dividida pela distância do mais baixo ao mais alto; contada da outra ponta onde menos é melhor.",
  "step.parts": "As três partes",
  "step.partsText":
    "Em cada parte faz-se a média dos números presentes segundo o seu peso; a média é depois esticada para que o grupo mais baixo tenha 0 e o mais alto 1.",
  "step.index": "O índice",
  "step.indexText": "As partes são ponderadas pelo seu peso: parte vezes peso, somadas.",
  "step.rank": "A posição e a sua certeza",
  "step.rankText":
    "Os grupos são ordenados pela pontuação. O intervalo da posição diz quanto ela se move quando as escolhas por trás do índice são outras.",
  "rank.text": "pontuação {{score}}, posição {{rank}}",
  "rank.none": "sem pontuação: {{reason}}",
  shared: "igual para ambos",
  "column.range": "Mais baixo – mais alto",
  "column.direction": "Sentido",
  "column.womenScaled": "Mulheres, de 0 a 1",
  "column.menScaled": "Homens, de 0 a 1",
  "column.weight": "Peso",
  "column.part": "Parte",
  "column.womenMean": "Mulheres, média",
  "column.menMean": "Homens, média",
  "column.from": "Esticado desde",
  "column.womenTimes": "Mulheres, vezes peso",
  "column.menTimes": "Homens, vezes peso",
  "caption.parts": "Das médias das partes às suas pontuações",
  "caption.index": "Das partes ao índice",
  "direction.more": "mais é melhor",
  "direction.less": "menos é melhor",
};
