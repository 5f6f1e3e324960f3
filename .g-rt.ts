import { equals, fromBinary, toJson } from "@bufbuild/protobuf";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { GraphDefSchema, type GraphDef } from "./src/wire/proto/graph_pb.gen.ts";
import { SavedModelSchema } from "./src/wire/proto/saved_model_pb.gen.ts";
import { Graph } from "./src/graph/graph.ts";
import { graphToProto } from "./src/graph/graphdef/export.ts";
import { importGraphDef } from "./src/graph/graphdef/import.ts";
import { readCases } from "./test/conformance/corpus.ts";
let table: any = new Map();
if (process.argv[2] === "real") { try { table = (await import("./src/ops/table.ts")).opTable; } catch (e) { console.log("no table", e); } }
const sorted=(g:GraphDef)=>{g.library?.function.sort((a,b)=>a.signature!.name<b.signature!.name?-1:1);return g;};
console.log("ops", table.size);
let ok=0; const fails: Record<string, string[]> = {};
function diff(a:any,b:any,p=""):string|undefined{ if (typeof a!==typeof b||a===null||b===null||typeof a!=="object") return a===b?undefined:`${p}: ${JSON.stringify(a)?.slice(0,150)} -> ${JSON.stringify(b)?.slice(0,150)}`; for(const k of new Set([...Object.keys(a),...Object.keys(b)])){const d=diff(a[k],b[k],p+"."+k); if(d) return d;} }
function one(id:string, g:GraphDef){
  try {
    const graph=new Graph(table); const copy=fromBinary(GraphDefSchema, (globalThis as any).toBin(g));
    importGraphDef(graph,g,{name:""});
    for (const f of graph.functions.values()) void f.body;
    const after=sorted(graphToProto(graph)); sorted(copy); for (const n of copy.node) delete n.attr._output_shapes; for (const n of [...after.node,...copy.node]) if (n.op==="MatMul"||n.op==="BatchMatMulV2") {delete n.attr.grad_a; delete n.attr.grad_b;}
    if (equals(GraphDefSchema, copy, after)) ok++; else { const d=diff(toJson(GraphDefSchema,copy),toJson(GraphDefSchema,after)); (fails["diff "+d?.replace(/\d+/g,"N")]??=[]).push(id+" "+d); }
  } catch(e:any){ (fails[(e.message as string).slice(0,200).replace(/\d+/g,"N")]??=[]).push(id+" "+e.stack.split("\n").slice(0,6).join("|").slice(0,900)); }
}
const { toBinary } = await import("@bufbuild/protobuf"); (globalThis as any).toBin=(g:GraphDef)=>toBinary(GraphDefSchema,g);
for (const dir of ["/work/shared/tensorflow/ops","/work/shared/tensorflow/graph"])
for (const f of readdirSync(dir).filter(n=>/graph_.*jsonl.gz|programs_/.test(n)))
for (const c of readCases(dir+"/"+f)) { const b=(c as any).graphDef; if(b) one(c.id, fromBinary(GraphDefSchema,b)); }
function walk(d:string){ for(const n of readdirSync(d)){const p=d+"/"+n; if(statSync(p).isDirectory()) walk(p); else if(n==="saved_model.pb"){ const sm=fromBinary(SavedModelSchema, readFileSync(p)); for (const m of sm.metaGraphs) one(p,m.graphDef!);} else if(/\.pb$/.test(n)&&!/fingerprint|keras_metadata|dataset_spec/.test(n)) one(p, fromBinary(GraphDefSchema, readFileSync(p))); }}
walk("/work/shared/tensorflow/files");
console.log("ok",ok); for(const [k,v] of Object.entries(fails).sort((a,b)=>b[1].length-a[1].length)) console.log(v.length,k,"\n     ",v[0]);
