// tf.strings: functions of strings.
export {
  asString,
  format,
  join,
  length,
  lower,
  reduceJoin,
  strip,
  substr,
  toNumber,
  unsortedSegmentJoin,
  upper,
} from "../strings/strings.ts";
