// tf.config: how functions run, and which devices there are.
import { ValueError } from "../base/errors.ts";
import { context } from "../engine/context.ts";

/** A device that the machine has. */
export interface PhysicalDevice {
  readonly name: string;
  readonly deviceType: string;
}

/** A device that ops can be placed on. */
export type LogicalDevice = PhysicalDevice;

const PHYSICAL: readonly PhysicalDevice[] = [{ name: "/physical_device:CPU:0", deviceType: "CPU" }];
const LOGICAL: readonly LogicalDevice[] = [{ name: "/device:CPU:0", deviceType: "CPU" }];

let softPlacement = true;
let visible: readonly PhysicalDevice[] = PHYSICAL;

/**
 * Runs functions step by step where they are called instead of compiling them: for debugging.
 *
 * @param runEagerly Whether to.
 * @example
 * tf.config.runFunctionsEagerly(true);
 * const eager = tf.config.functionsRunEagerly();
 * tf.config.runFunctionsEagerly(false);
 * eager;
 * // true
 */
export function runFunctionsEagerly(runEagerly: boolean): void {
  context.runFunctionsEagerly = runEagerly;
}

/**
 * Whether functions run step by step.
 *
 * @example
 * tf.config.functionsRunEagerly();
 * // false
 */
export const functionsRunEagerly = (): boolean => context.runFunctionsEagerly;

const ofType = <D extends PhysicalDevice>(devices: readonly D[], deviceType: string | null): D[] =>
  devices.filter((device) => deviceType === null || device.deviceType === deviceType);

/**
 * The machine's devices.
 *
 * @param deviceType Only those of a type, such as "CPU" or "GPU".
 * @example
 * tf.config.listPhysicalDevices("CPU").length;
 * // 1
 */
export const listPhysicalDevices = (deviceType: string | null = null): PhysicalDevice[] =>
  ofType(PHYSICAL, deviceType);

/**
 * The devices that ops can be placed on.
 *
 * @param deviceType Only those of a type, such as "CPU" or "GPU".
 * @example
 * tf.config.listLogicalDevices("GPU").length;
 * // 0
 */
export const listLogicalDevices = (deviceType: string | null = null): LogicalDevice[] =>
  ofType(LOGICAL, deviceType);

/**
 * The devices that are used.
 *
 * @param deviceType Only those of a type.
 * @example
 * tf.config.getVisibleDevices()[0].deviceType;
 * // 'CPU'
 */
export const getVisibleDevices = (deviceType: string | null = null): PhysicalDevice[] =>
  ofType(visible, deviceType);

/**
 * Says which devices to use. The CPU is always among them.
 *
 * @param devices Devices from `listPhysicalDevices`.
 * @param deviceType Only the devices of this type change.
 * @throws ValueError for a device that is not the machine's.
 * @example
 * tf.config.setVisibleDevices([], "GPU");
 * tf.config.getVisibleDevices().length;
 * // 1
 */
export function setVisibleDevices(
  devices: readonly PhysicalDevice[],
  deviceType: string | null = null,
): void {
  for (const device of devices)
    if (!PHYSICAL.includes(device)) throw new ValueError(`Unrecognized device: ${device.name}`);
  const others = visible.filter((device) => deviceType !== null && device.deviceType !== deviceType);
  const next = [...others, ...devices];
  visible = next.length === 0 ? PHYSICAL : next;
}

/**
 * Whether ops run elsewhere when their device cannot run them.
 *
 * @example
 * tf.config.getSoftDevicePlacement();
 * // true
 */
export const getSoftDevicePlacement = (): boolean => softPlacement;

/**
 * Says whether ops run elsewhere when their device cannot run them.
 *
 * @param enabled Whether to.
 * @example
 * tf.config.setSoftDevicePlacement(true);
 * tf.config.getSoftDevicePlacement();
 * // true
 */
export function setSoftDevicePlacement(enabled: boolean): void {
  softPlacement = enabled;
}
