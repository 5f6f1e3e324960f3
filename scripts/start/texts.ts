// What the tour says, in English and Portuguese.

export type Language = "en" | "pt";

export interface Section {
  readonly file: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
}

export const SECTIONS: readonly Section[] = [
  {
    file: "01-graph.ts",
    title: { en: "A graph and a session (TensorFlow v1)", pt: "Um grafo e uma sessão (TensorFlow v1)" },
    text: {
      en:
        "In TensorFlow v1 a program first builds a graph; a session then runs " +
        "the parts that are asked for.",
      pt:
        "No TensorFlow v1, um programa primeiro constrói um grafo; depois, uma " +
        "sessão executa as partes pedidas.",
    },
  },
  {
    file: "02-eager.ts",
    title: { en: "The same, migrated to v2", pt: "O mesmo, migrado para a v2" },
    text: {
      en: "In v2 operations run at once. There is no graph to build and no session to open.",
      pt: "Na v2, as operações são executadas na hora. Não há grafo a construir nem sessão a abrir.",
    },
  },
  {
    file: "03-placeholders.ts",
    title: { en: "Feeding placeholders (v1)", pt: "Alimentando placeholders (v1)" },
    text: {
      en: "Placeholders are a graph's inputs: each run feeds them through a feed dictionary.",
      pt: "Placeholders são as entradas de um grafo: cada execução os alimenta por um dicionário.",
    },
  },
  {
    file: "04-functions.ts",
    title: { en: "Parameters instead of placeholders (v2)", pt: "Parâmetros em vez de placeholders (v2)" },
    text: {
      en: "In v2 a plain function does it, for scalars, lists and tensors of any rank.",
      pt: "Na v2 basta uma função comum, para escalares, listas e tensores de qualquer posto.",
    },
  },
  {
    file: "05-xor.ts",
    title: { en: "Solving XOR", pt: "Resolvendo o problema XOR" },
    text: {
      en: "A network 2-4-4-4-1 learns XOR from 100 points; another 100 tell how well it learned.",
      pt: "Uma rede 2-4-4-4-1 aprende o XOR com 100 pontos; outros 100 dizem o quanto ela aprendeu.",
    },
  },
];

export const WORDS = {
  program: { en: "Program", pt: "Programa" },
  output: { en: "Output", pt: "Saída" },
  epoch: { en: "epoch", pt: "época" },
  loss: { en: "loss", pt: "perda" },
  valLoss: { en: "validation loss", pt: "perda na validação" },
  accuracy: { en: "accuracy", pt: "acurácia" },
  valAccuracy: { en: "validation accuracy", pt: "acurácia na validação" },
  region: {
    en: "What the network decides (blue: class 0, orange: class 1)",
    pt: "O que a rede decide (azul: classe 0, laranja: classe 1)",
  },
  regionPlain: {
    en: "What the network decides (filled: class 1)",
    pt: "O que a rede decide (preenchido: classe 1)",
  },
  saved: { en: "The picture is also in", pt: "A figura está também em" },
} as const satisfies Record<string, Record<Language, string>>;
