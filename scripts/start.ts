// The tour: runs the chapter's programs one after the other, source beside output, and trains XOR.
// usage: npm start [-- --plain] [-- --lang pt]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { type Progress, train, XorNetwork } from "../examples/seed/05-xor.ts";
import points from "../examples/seed/xor-points.json" with { type: "json" };
import { redirectPrint } from "../src/engine/outside.ts";
import * as tf from "../src/index.ts";
import { beside, heading, highlight } from "./start/layout.ts";
import { halfBlocks, plotCurves, progressBar } from "./start/plot.ts";
import { gridPoints, png, regionPixels, regionSvg, type Region } from "./start/region.ts";
import { hasColor } from "./start/style.ts";
import { type Language, SECTIONS, type Section, WORDS } from "./start/texts.ts";

const { values: options } = parseArgs({
  options: { plain: { type: "boolean", default: false }, lang: { type: "string", default: "en" } },
});
if (options.lang !== "en" && options.lang !== "pt") {
  console.error(`--lang: expected en or pt, received ${options.lang}`);
  process.exit(2);
}
const language: Language = options.lang;
const folder = new URL("../examples/seed/", import.meta.url);

/** Runs a program and gives all that it prints, with console.log and with tf.print. */
async function outputOf(file: string): Promise<string> {
  let output = "";
  const log = console.log;
  console.log = (...items: unknown[]) => {
    output += `${items.map(String).join(" ")}\n`;
  };
  const restore = redirectPrint((text) => {
    output += text;
  });
  try {
    await import(new URL(file, folder).href);
  } finally {
    console.log = log;
    restore();
  }
  return output;
}

async function show(section: Section): Promise<void> {
  const output = await outputOf(section.file);
  if (options.plain) {
    process.stdout.write(output);
    return;
  }
  const source = readFileSync(new URL(section.file, folder), "utf8");
  console.log(heading(section.title[language], section.text[language]));
  console.log(beside(WORDS.program[language], highlight(source), WORDS.output[language], output));
}

function regionOf(network: XorNetwork, size: number): Region {
  const probabilities = network.predict(tf.constant(gridPoints(size))).data() as Float32Array;
  const grid = Array.from({ length: size }, (_, row) =>
    Array.from(probabilities.subarray(row * size, (row + 1) * size)),
  );
  return { grid, points: points.x.map(([x, y]) => ({ x: x!, y: y!, label: x! * y! < 0 ? 0 : 1 })) };
}

function showTraining(section: Section): void {
  console.log(heading(section.title[language], section.text[language]));
  console.log(highlight(readFileSync(new URL(section.file, folder), "utf8")));
  const network = new XorNetwork();
  const history: Progress[] = [];
  const epochs = 200;
  const last = train(network, epochs, (progress) => {
    history.push(progress);
    const { epoch, loss, accuracy } = progress;
    if (!process.stdout.isTTY && epoch % 50 !== 0) return;
    const figures =
      `${WORDS.loss[language]} ${loss.toFixed(4)}  ` + `${WORDS.accuracy[language]} ${accuracy.toFixed(2)}`;
    const line =
      `${WORDS.epoch[language]} ${String(epoch).padStart(3)}/${epochs}  ` +
      `${progressBar(epoch, epochs)}  ${figures}`;
    process.stdout.write(
      process.stdout.isTTY && epoch < epochs ? `\r${line}` : `${process.stdout.isTTY ? "\r" : ""}${line}\n`,
    );
  });
  showCurves(history);
  showRegion(network);
  printFigures(last);
}

function showCurves(history: readonly Progress[]): void {
  console.log(
    `\n${plotCurves([
      { label: WORDS.loss[language], values: history.map((each) => each.loss), color: 34 },
      { label: WORDS.valLoss[language], values: history.map((each) => each.valLoss), color: 36 },
    ])}\n\n${plotCurves([
      { label: WORDS.accuracy[language], values: history.map((each) => each.accuracy), color: 32 },
      { label: WORDS.valAccuracy[language], values: history.map((each) => each.valAccuracy), color: 33 },
    ])}`,
  );
}

function showRegion(network: XorNetwork): void {
  console.log(
    `\n${WORDS[hasColor ? "region" : "regionPlain"][language]}\n` +
      halfBlocks(regionPixels(regionOf(network, 44))),
  );
  const out = join(process.cwd(), "out");
  mkdirSync(out, { recursive: true });
  const region = regionOf(network, 96);
  const files = { svg: join(out, "xor-region.svg"), png: join(out, "xor-region.png") };
  writeFileSync(files.svg, regionSvg(region));
  writeFileSync(files.png, png(regionPixels(region, 5)));
  console.log(
    `${WORDS.saved[language]} ${relative(process.cwd(), files.svg)}, ${relative(process.cwd(), files.png)}\n`,
  );
}

function printFigures({ loss, accuracy, valAccuracy }: Progress): void {
  console.log(`loss=${loss}\naccuracy=${accuracy}\nval_accuracy=${valAccuracy}`);
}

for (const section of SECTIONS.slice(0, -1)) await show(section);
if (options.plain) printFigures(train(new XorNetwork()));
else showTraining(SECTIONS[SECTIONS.length - 1]!);
