// The family of input and output.
import type { Op } from "../../graph/op.ts";
import { Print, PrintV2, Timestamp } from "./print.ts";

export const ioOps: readonly Op[] = [Print, PrintV2, Timestamp];
