import { opTable } from "./src/ops/table.ts";
console.log(opTable.size, ["Const","AddV2","Mul","Sub","MatMul","ConcatV2","Reshape","Pack","StridedSlice","Shape","Range","Cast","Placeholder","Identity","NoOp","VariableV2","Assign","Switch","Merge","Squeeze","Split","Fill","Prod"].map(n=>n+":"+(opTable.has(n)?(opTable.get(n)!.partialValue?"P":"y"):"-")).join(" "));
