// Compares structures of numbers with recorded ones, number by number, within the case's tolerance.
import { expect } from "vitest";

interface Within {
  readonly atol?: number;
  readonly rtol?: number;
}

/** Every number within `atol + rtol * |wanted|`; everything else equal. */
export function expectClose(got: unknown, wanted: unknown, within: Within, where = "value"): void {
  if (typeof wanted === "number") {
    const { atol = 0, rtol = 0 } = within;
    const distance = Math.abs((got as number) - wanted);
    expect(distance, `${where}: ${got}, expected ${wanted}`).toBeLessThanOrEqual(
      atol + rtol * Math.abs(wanted),
    );
  } else if (typeof wanted === "object" && wanted !== null) {
    expect(Object.keys(got as object), where).toEqual(Object.keys(wanted));
    for (const key of Object.keys(wanted))
      expectClose(got![key as never], wanted[key as never], within, `${where}.${key}`);
  } else expect(got, where).toEqual(wanted);
}
