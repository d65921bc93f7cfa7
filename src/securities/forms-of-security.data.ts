// Names of the seven forms follow the ILO's terms; the French, Spanish and Portuguese names of job and
// skill reproduction security vary between its papers, and one is kept here. Meanings are our own words.

import type { Localised } from "#kernel";
import type { FormId, FormOfSecurity, IndicatorRole, SecurityLevel } from "./security-terms.ts";

const text = (en: string, fr: string, es: string, pt: string): Localised => ({ en, fr, es, pt });

export const formTexts: Readonly<Record<FormId, Omit<FormOfSecurity, "id">>> = {
  "labour-market": {
    indexSign: "LMSI",
    name: text(
      "Labour market security",
      "Sécurité du marché du travail",
      "Seguridad del mercado de trabajo",
      "Segurança do mercado de trabalho",
    ),
    alsoCalled: null,
    meaning: text(
      "Enough opportunities to work, and few barriers to taking part.",
      "Des possibilités de travail suffisantes et peu d’obstacles à la participation.",
      "Suficientes oportunidades de trabajo y pocas barreras para participar.",
      "Oportunidades de trabalho suficientes e poucas barreiras à participação.",
    ),
    basic: false,
  },
  employment: {
    indexSign: "EPSI",
    name: text("Employment security", "Sécurité de l’emploi", "Seguridad del empleo", "Segurança do emprego"),
    alsoCalled: text(
      "Employment protection security",
      "Sécurité de la protection de l’emploi",
      "Seguridad de la protección del empleo",
      "Segurança da proteção do emprego",
    ),
    meaning: text(
      "Protection against arbitrary dismissal, regular contracts and establishments that last.",
      "Une protection contre le licenciement arbitraire, des contrats réguliers et des établissements durables.",
      "Protección contra el despido arbitrario, contratos regulares y establecimientos duraderos.",
      "Proteção contra o despedimento arbitrário, contratos regulares e estabelecimentos duradouros.",
    ),
    basic: false,
  },
  job: {
    indexSign: "JSI",
    name: text(
      "Job security",
      "Sécurité professionnelle",
      "Seguridad en el puesto de trabajo",
      "Segurança do posto de trabalho",
    ),
    alsoCalled: null,
    meaning: text(
      "A place with a career, a say over what the job consists of, no discrimination and room to develop. Employment security ties a person to an enterprise, job security to a range of tasks.",
      "Une place qui ouvre une carrière, une maîtrise du contenu du poste, l’absence de discrimination et la possibilité de progresser. La sécurité de l’emploi lie à une entreprise, la sécurité professionnelle à un ensemble de tâches.",
      "Un lugar con carrera, control sobre el contenido del puesto, ausencia de discriminación y posibilidad de desarrollarse. La seguridad del empleo vincula a una empresa; la del puesto, a un conjunto de tareas.",
      "Um lugar com carreira, controlo sobre o conteúdo do posto, ausência de discriminação e possibilidade de desenvolvimento. A segurança do emprego liga a uma empresa; a do posto, a um conjunto de tarefas.",
    ),
    basic: false,
  },
  work: {
    indexSign: "WSI",
    name: text("Work security", "Sécurité au travail", "Seguridad en el trabajo", "Segurança no trabalho"),
    alsoCalled: null,
    meaning: text(
      "Protection against accidents and illness at work, by safety rules and by limits on working time and stress.",
      "Une protection contre les accidents et les maladies liés au travail, par des règles de sécurité et des limites au temps de travail et au stress.",
      "Protección contra los accidentes y enfermedades del trabajo, mediante normas de seguridad y límites al tiempo de trabajo y al estrés.",
      "Proteção contra acidentes e doenças do trabalho, por regras de segurança e limites ao tempo de trabalho e ao stress.",
    ),
    basic: false,
  },
  "skill-reproduction": {
    indexSign: "SRSI",
    name: text(
      "Skill reproduction security",
      "Sécurité de la reproduction des compétences",
      "Seguridad de la reproducción de las calificaciones",
      "Segurança da reprodução das qualificações",
    ),
    alsoCalled: null,
    meaning: text(
      "The means to gain, use, keep and refine skills: schooling, apprenticeship and training.",
      "Les moyens d’acquérir, d’employer, de conserver et d’affiner des compétences : scolarité, apprentissage et formation.",
      "Los medios para adquirir, usar, conservar y perfeccionar calificaciones: escolaridad, aprendizaje y formación.",
      "Os meios para adquirir, usar, conservar e aperfeiçoar qualificações: escolaridade, aprendizagem e formação.",
    ),
    basic: false,
  },
  income: {
    indexSign: "ISI",
    name: text(
      "Income security",
      "Sécurité du revenu",
      "Seguridad de los ingresos",
      "Segurança do rendimento",
    ),
    alsoCalled: null,
    meaning: text(
      "An assured income for basic needs through life, compensation for setbacks, and incomes felt to be fair: actual, perceived and expected.",
      "Un revenu assuré pour les besoins essentiels tout au long de la vie, une compensation des revers et des revenus jugés justes : réels, perçus et attendus.",
      "Un ingreso asegurado para las necesidades básicas durante la vida, compensación de los reveses e ingresos que se sienten justos: reales, percibidos y esperados.",
      "Um rendimento assegurado para as necessidades básicas ao longo da vida, compensação dos reveses e rendimentos sentidos como justos: reais, percebidos e esperados.",
    ),
    basic: true,
  },
  representation: {
    indexSign: "RSI",
    name: text(
      "Representation security",
      "Sécurité de représentation",
      "Seguridad de representación",
      "Segurança de representação",
    ),
    alsoCalled: text("Voice security", "Sécurité d’expression", "Seguridad de expresión", "Segurança de voz"),
    meaning: text(
      "An individual and a collective voice to protect rights, be informed and bargain, through a body large, independent and competent enough.",
      "Une voix individuelle et collective pour protéger ses droits, être informé et négocier, par une organisation assez grande, indépendante et compétente.",
      "Una voz individual y colectiva para proteger derechos, estar informado y negociar, mediante una organización bastante grande, independiente y competente.",
      "Uma voz individual e coletiva para proteger direitos, ser informado e negociar, por uma organização suficientemente grande, independente e competente.",
    ),
    basic: true,
  },
};

export const levelNames: Readonly<Record<SecurityLevel, Localised>> = {
  national: text("Nation", "Pays", "País", "País"),
  enterprise: text("Enterprise", "Entreprise", "Empresa", "Empresa"),
  household: text(
    "Household or person",
    "Ménage ou personne",
    "Hogar o persona",
    "Agregado familiar ou pessoa",
  ),
};

export const roleTexts: Readonly<
  Record<IndicatorRole, { readonly name: Localised; readonly meaning: Localised }>
> = {
  input: {
    name: text("Input", "Intrants", "Insumos", "Insumos"),
    meaning: text(
      "Instruments and rules: Conventions ratified, basic laws.",
      "Instruments et règles : conventions ratifiées, lois fondamentales.",
      "Instrumentos y reglas: convenios ratificados, leyes básicas.",
      "Instrumentos e regras: convenções ratificadas, leis básicas.",
    ),
  },
  process: {
    name: text("Process", "Processus", "Proceso", "Processo"),
    meaning: text(
      "Mechanisms and resources: expenditure, labour inspectors, tripartite boards.",
      "Mécanismes et moyens : dépenses, inspecteurs du travail, organes tripartites.",
      "Mecanismos y recursos: gasto, inspectores de trabajo, órganos tripartitos.",
      "Mecanismos e recursos: despesa, inspetores do trabalho, órgãos tripartidos.",
    ),
  },
  outcome: {
    name: text("Outcome", "Résultats", "Resultados", "Resultados"),
    meaning: text(
      "Whether rules and mechanisms work: the share of workers protected, covered or receiving benefits.",
      "L’effet des règles et des mécanismes : part des travailleurs protégés, couverts ou prestataires.",
      "Si las reglas y los mecanismos funcionan: proporción de trabajadores protegidos, cubiertos o beneficiarios.",
      "Se as regras e os mecanismos funcionam: parte dos trabalhadores protegidos, abrangidos ou beneficiários.",
    ),
  },
};
