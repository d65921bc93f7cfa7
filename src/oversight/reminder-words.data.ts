// The words of the daily reminder in four languages.

import type { Language } from "#kernel";

type Words = {
  readonly subject: (count: number) => string;
  readonly greeting: (name: string) => string;
  readonly own: string;
  readonly overdue: string;
  readonly responses: string;
  readonly toVerify: string;
  readonly due: (day: string) => string;
  readonly late: string;
  readonly more: (count: number) => string;
  readonly open: string;
  readonly stop: string;
};

export const reminderWords: Readonly<Record<Language, Words>> = {
  en: {
    subject: (n) => (n === 1 ? "1 recommendation waits for you" : `${n} recommendations wait for you`),
    greeting: (name) => `Dear ${name},`,
    own: "Your actions that are overdue or due within two weeks",
    overdue: "Overdue actions",
    responses: "Responses awaited",
    toVerify: "Completed actions to verify",
    due: (day) => `due ${day}`,
    late: "overdue",
    more: (n) => `and ${n} more`,
    open: "See them all:",
    stop: "You get this at most once a day. Stop it or change its language there.",
  },
  fr: {
    subject: (n) => (n === 1 ? "1 recommandation vous attend" : `${n} recommandations vous attendent`),
    greeting: (name) => `Bonjour ${name},`,
    own: "Vos actions en retard ou à terminer dans les deux semaines",
    overdue: "Actions en retard",
    responses: "Réponses attendues",
    toVerify: "Actions achevées à vérifier",
    due: (day) => `échéance ${day}`,
    late: "en retard",
    more: (n) => `et ${n} de plus`,
    open: "Tout voir :",
    stop: "Vous recevez ce message au plus une fois par jour. Vous pouvez l’arrêter ou changer sa langue à cette adresse.",
  },
  es: {
    subject: (n) => (n === 1 ? "1 recomendación le espera" : `${n} recomendaciones le esperan`),
    greeting: (name) => `Hola, ${name}:`,
    own: "Sus acciones atrasadas o que vencen en dos semanas",
    overdue: "Acciones atrasadas",
    responses: "Respuestas pendientes",
    toVerify: "Acciones completadas por verificar",
    due: (day) => `vence el ${day}`,
    late: "atrasada",
    more: (n) => `y ${n} más`,
    open: "Ver todo:",
    stop: "Recibe este mensaje como máximo una vez al día. Puede detenerlo o cambiar su idioma en esa página.",
  },
  pt: {
    subject: (n) => (n === 1 ? "1 recomendação espera por si" : `${n} recomendações esperam por si`),
    greeting: (name) => `Caro/a ${name},`,
    own: "As suas ações em atraso ou a terminar dentro de duas semanas",
    overdue: "Ações em atraso",
    responses: "Respostas esperadas",
    toVerify: "Ações concluídas por verificar",
    due: (day) => `prazo ${day}`,
    late: "em atraso",
    more: (n) => `e mais ${n}`,
    open: "Ver tudo:",
    stop: "Recebe esta mensagem no máximo uma vez por dia. Pode pará-la ou mudar a língua nessa página.",
  },
};
