import { fromBinary } from "@bufbuild/protobuf";
import { GraphDefSchema } from "./src/wire/proto/graph_pb.gen.ts";
import { Graph } from "./src/graph/graph.ts";
import { importGraphDef } from "./src/graph/graphdef/import.ts";
import { graphProblems } from "./src/graph/verify.ts";
import { readCases } from "./test/conformance/corpus.ts";
import { opTable } from "./src/ops/table.ts";
let ok=0, bad=0; const by: Record<string,string[]> = {};
for (const c of readCases("/work/shared/tensorflow/graph")) {
  const item=c as any; if (c.kind!=="program"||!item.graphDef) continue;
  const g=new Graph(opTable);
  try { importGraphDef(g, fromBinary(GraphDefSchema,item.graphDef),{name:""}); } catch(e:any){ console.log(c.id, e.message.slice(0,300)); continue; }
  const p=graphProblems(g); if(p.length) console.log(c.id,"VERIFY",p.slice(0,3));
  for (const [name,[dtype,shape]] of Object.entries(item.tensors) as any) {
    const t=g.getTensorByName(name); const d=t.isRef?t.dtype+"_ref":t.dtype;
    if (d===dtype && JSON.stringify(t.shape)===JSON.stringify(shape&&shape.map((x:any)=>x??-1))) ok++; else { bad++; (by[t.op.type+(t.op.definition?"":"(nodef)")]??=[]).push(`${c.id} ${name} want ${dtype}${JSON.stringify(shape)} got ${d}${JSON.stringify(t.shape)}`); }
  }
}
console.log(ok,bad); for (const [k,v] of Object.entries(by).sort((a,b)=>b[1].length-a[1].length)) console.log(v.length,k,v[0]);
