export const words = {
  "flow.title": "Percurso dos registos",
  "flow.lead":
    "Quantos registos entraram, quantos saíram em cada passo e porquê, e o que fica incluído. Cada número é contado a partir do diário.",
  "flow.after": "Após o ato {{event}} do diário, {{date}}.",
  "flow.unit.report": "Conta-se em relatórios.",
  "flow.unit.project": "Conta-se em relatórios, com os projetos ao lado.",
  "flow.now": "Mostrar o estado atual",
  "flow.fault": "Os números não batem certo, pelo que não se desenha nenhuma imagem:",
  "flow.svg": "Imagem (SVG)",
  "flow.csv": "Números (CSV)",
  "flow.table": "O mesmo percurso em tabela",
  "flow.tableNote":
    "O que os registos não indicam aparece como não indicado e não é preenchido em lado nenhum.",
  "flow.at": "Como estava",
  "flow.atNote": "O número de um ato, de 1 a {{last}}, ou um dia como 2026-05-01. Vazio: agora.",
  "flow.show": "Mostrar o percurso",
};
