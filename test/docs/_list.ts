import { findExamples } from "./examples.ts";
for (const { where, code } of findExamples(process.argv[2])) console.log(`@@${where}\n${code}`);
