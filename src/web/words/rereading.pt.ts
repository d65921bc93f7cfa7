export const words = {
  title: "Relatórios a ler de novo",
  outdated_one:
    "{{shown}} de {{of}} relatórios foi lido por uma versão anterior do leitor. O que a versão atual encontra nele, como os destinatários, a prioridade e o prazo de uma recomendação, ainda não está aqui. As decisões tomadas são mantidas.",
  outdated_many:
    "{{shown}} de {{of}} relatórios foram lidos por uma versão anterior do leitor. O que a versão atual encontra neles, como os destinatários, a prioridade e o prazo de uma recomendação, ainda não está aqui. As decisões tomadas são mantidas.",
  outdated_other:
    "{{shown}} de {{of}} relatórios foram lidos por uma versão anterior do leitor. O que a versão atual encontra neles, como os destinatários, a prioridade e o prazo de uma recomendação, ainda não está aqui. As decisões tomadas são mantidas.",
  button: "Ler de novo",
  command: "No servidor: socle reread",
  withheld_one: "{{count}} ficheiro não é nomeado aqui: não tem acesso à sua fonte.",
  withheld_many: "{{count}} ficheiros não são nomeados aqui: não tem acesso às suas fontes.",
  withheld_other: "{{count}} ficheiros não são nomeados aqui: não tem acesso às suas fontes.",
} as const;
