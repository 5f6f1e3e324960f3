// tf.config: how functions run, and devices.
export {
  functionsRunEagerly,
  getSoftDevicePlacement,
  getVisibleDevices,
  listLogicalDevices,
  listPhysicalDevices,
  runFunctionsEagerly,
  setSoftDevicePlacement,
  setVisibleDevices,
} from "../config.ts";
