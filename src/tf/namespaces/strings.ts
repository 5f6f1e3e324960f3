// tf.strings: functions of strings.
export { toHashBucket, toHashBucketFast, toHashBucketStrong } from "../strings/hash.ts";
export { regexFullMatch, regexReplace } from "../strings/patterns.ts";
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
export { unicodeEncode, unicodeTranscode } from "../strings/unicode.ts";
