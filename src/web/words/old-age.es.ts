export const words = {
  title: "La seguridad de los ingresos de mujeres y hombres mayores",
  kicker: "Un ejemplo explicado",
  lead: "¿Quién puede contar con un ingreso en la vejez? Una línea por país, mujeres y hombres en la misma escala, y para un país cada paso del valor bruto al puesto.",
  invented: "inventado",
  empty:
    "Aquí estarían las mujeres y los hombres de cada país: ninguna versión que pueda leer tiene un indicador de este índice por sexo.",
  emptyHow:
    "Hace falta una versión con una columna de sexo y al menos uno de los indicadores para mujeres y para hombres.",
  "about.heading": "Qué se mide",
  "about.version": "versión {{version}} de la definición",
  "about.bySex":
    "Indicadores con datos de mujeres y hombres: {{bySex}}. Indicadores que cuentan igual para ambos, como las leyes: {{shared}}. Si un indicador tiene datos por sexo de otros países y no de este, aquí falta; la cifra de ambos sexos juntos nunca lo reemplaza.",
  "about.leftOut":
    "Se deja fuera aquí, porque es solo de mujeres y sería incorrecto en la fila de los hombres: {{names}}.",
  "about.scale":
    "Las mujeres y los hombres de todos los países están en una misma escala, como si cada país tuviera dos filas: 0 es el valor más bajo de todos estos grupos, 1 el más alto. Los puestos son entre todos los grupos.",
  "countries.heading": "Mujeres y hombres, país por país",
  "countries.note":
    "Los bigotes son intervalos del 95 %: ponderaciones, métodos e indicadores variados, error de muestreo contado. Donde se solapan, el orden no es seguro.",
  period: "Período",
  women: "Mujeres",
  men: "Hombres",
  "figure.title": "Seguridad de los ingresos en la vejez: mujeres y hombres",
  "figure.subtitle":
    "Índice de 0 a 1 con intervalos del 95 %; período: {{period}}; a la derecha, mujeres menos hombres",
  sentence:
    "Países con puntuación para ambos: {{n}}. Las mujeres están por debajo de los hombres en {{behind}}; lo más lejos, {{widest}}, por {{gap}}.",
  "sentence.noneBehind":
    "Países con puntuación para ambos: {{n}}. En ninguno están las mujeres por debajo de los hombres.",
  "sentence.none": "Ningún país tiene puntuación para mujeres y para hombres.",
  "spoken.women": "Mujeres {{score}}, puesto {{rank}}.",
  "spoken.men": "Hombres {{score}}, puesto {{rank}}.",
  "column.womenRank": "Puesto de las mujeres",
  "column.menRank": "Puesto de los hombres",
  "column.gap": "Mujeres menos hombres",
  "steps.heading": "Paso a paso: {{name}}",
  "steps.note":
    "Elija un país; la dirección lo guarda. Cada valor bruto tiene una pequeña marca que lleva a su celda en el archivo de origen.",
  "steps.country": "País",
  "steps.none": "No hay puntuación de {{name}} que explicar.",
  "step.raw": "Los valores brutos, puestos en la escala",
  "step.rawText":
    "Cada valor se convierte en un número de 0 a 1: su distancia al valor más bajo de todos los grupos y años, dividida por la distancia del más bajo al más alto; contada desde el otro extremo donde menos es mejor.",
  "step.parts": "Las tres partes",
  "step.partsText":
    "En cada parte se promedian los números presentes según su peso; la media se estira luego para que el grupo más bajo tenga 0 y el más alto 1.",
  "step.index": "El índice",
  "step.indexText": "Las partes se promedian según su peso: parte por peso, sumadas.",
  "step.rank": "El puesto y su certeza",
  "step.rankText":
    "Los grupos se ordenan por su puntuación. El intervalo del puesto dice cuánto se mueve cuando las decisiones detrás del índice son otras.",
  "rank.text": "puntuación {{score}}, puesto {{rank}}",
  "rank.none": "sin puntuación: {{reason}}",
  shared: "igual para ambos",
  "column.range": "Más bajo – más alto",
  "column.direction": "Sentido",
  "column.womenScaled": "Mujeres, de 0 a 1",
  "column.menScaled": "Hombres, de 0 a 1",
  "column.weight": "Peso",
  "column.part": "Parte",
  "column.womenMean": "Mujeres, media",
  "column.menMean": "Hombres, media",
  "column.from": "Estirado desde",
  "column.womenTimes": "Mujeres, por peso",
  "column.menTimes": "Hombres, por peso",
  "caption.parts": "De las medias de las partes a sus puntuaciones",
  "caption.index": "De las partes al índice",
  "direction.more": "más es mejor",
  "direction.less": "menos es mejor",
};
