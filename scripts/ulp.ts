// Measures the library functions in units in the last place, against 320-bit arithmetic.
// usage: node --import tsx scripts/ulp.ts [NAME…] [--count N]
//   NAME     functions; without any, all that have a reference
//   --count  arguments a function (default 4000)
import { parseArgs } from "node:util";
import { measured, worst } from "./ulp/measure.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { count: { type: "string", default: "4000" } },
});
for (const name of positionals.length > 0 ? positionals : measured) {
  const [wide, narrow] = (["float64", "float32"] as const).map((dtype) =>
    worst(name, Number(values.count), dtype),
  );
  const at = wide.at.join(", ");
  console.log(
    `${name.padEnd(8)} float64 ${wide.error.toFixed(2)} ulp at ${at}; float32 ${narrow.error.toFixed(3)} ulp`,
  );
}
