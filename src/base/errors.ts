// TensorFlow's error classes: data first (code, op, node, the user's line), and a sentence for people.

/** Canonical status codes, as in `tensorflow::error::Code`. */
export const CODES = {
  CANCELLED: 1,
  UNKNOWN: 2,
  INVALID_ARGUMENT: 3,
  DEADLINE_EXCEEDED: 4,
  NOT_FOUND: 5,
  ALREADY_EXISTS: 6,
  PERMISSION_DENIED: 7,
  RESOURCE_EXHAUSTED: 8,
  FAILED_PRECONDITION: 9,
  ABORTED: 10,
  OUT_OF_RANGE: 11,
  UNIMPLEMENTED: 12,
  INTERNAL: 13,
  UNAVAILABLE: 14,
  DATA_LOSS: 15,
  UNAUTHENTICATED: 16,
} as const;

export type Code = keyof typeof CODES;

export interface ErrorDetails {
  /** Op type, such as "MatMul". */
  op?: string;
  /** Node name in the graph, such as "layer/MatMul". */
  node?: string;
  /** The user's source line that made the node or ran the op, "file:line:column". */
  line?: string;
  cause?: unknown;
}

/**
 * Changes an error's message, also where its stack repeats it: that is what is shown when nobody catches
 * it.
 */
export function setMessage(error: Error, message: string): void {
  if (error.message === message) return;
  if (error.stack !== undefined) error.stack = error.stack.replace(error.message, () => message);
  error.message = message;
}

/** An error that TensorFlow raises as `tf.errors.OpError`: `code` is its canonical status. */
export class OpError extends Error {
  readonly code: Code;
  op: string | undefined;
  node: string | undefined;
  line: string | undefined;
  /** The message before op, node and line were added. */
  readonly detail: string;

  constructor(code: Code, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.detail = message;
    this.name = new.target.name;
    this.op = undefined;
    this.node = undefined;
    this.line = undefined;
    this.locate(details);
  }

  /** TensorFlow's number for the code: 3 for INVALID_ARGUMENT. */
  get errorCode(): number {
    return CODES[this.code];
  }

  /** Adds what was not known where the error arose; what is known already stays. */
  locate(details: ErrorDetails): this {
    this.op ??= details.op;
    this.node ??= details.node;
    this.line ??= details.line;
    const where = [
      this.op === undefined ? "" : ` [Op:${this.op}]`,
      this.node === undefined ? "" : `\n\t [[{{node ${this.node}}}]]`,
      this.line === undefined ? "" : `\n\t at ${this.line}`,
    ];
    setMessage(this, this.detail + where.join(""));
    return this;
  }
}

type OpErrorClass = new (message: string, details?: ErrorDetails) => OpError;

function errorClass(code: Code, name: string): OpErrorClass {
  const made = {
    [name]: class extends OpError {
      constructor(message: string, details: ErrorDetails = {}) {
        super(code, message, details);
      }
    },
  };
  return made[name] as OpErrorClass;
}

export const CancelledError: OpErrorClass = /* @__PURE__ */ errorClass("CANCELLED", "CancelledError");
export const UnknownError: OpErrorClass = /* @__PURE__ */ errorClass("UNKNOWN", "UnknownError");
export const InvalidArgumentError: OpErrorClass = /* @__PURE__ */ errorClass(
  "INVALID_ARGUMENT",
  "InvalidArgumentError",
);
export const DeadlineExceededError: OpErrorClass = /* @__PURE__ */ errorClass(
  "DEADLINE_EXCEEDED",
  "DeadlineExceededError",
);
export const NotFoundError: OpErrorClass = /* @__PURE__ */ errorClass("NOT_FOUND", "NotFoundError");
export const AlreadyExistsError: OpErrorClass = /* @__PURE__ */ errorClass(
  "ALREADY_EXISTS",
  "AlreadyExistsError",
);
export const PermissionDeniedError: OpErrorClass = /* @__PURE__ */ errorClass(
  "PERMISSION_DENIED",
  "PermissionDeniedError",
);
export const ResourceExhaustedError: OpErrorClass = /* @__PURE__ */ errorClass(
  "RESOURCE_EXHAUSTED",
  "ResourceExhaustedError",
);
export const FailedPreconditionError: OpErrorClass = /* @__PURE__ */ errorClass(
  "FAILED_PRECONDITION",
  "FailedPreconditionError",
);
export const AbortedError: OpErrorClass = /* @__PURE__ */ errorClass("ABORTED", "AbortedError");
export const OutOfRangeError: OpErrorClass = /* @__PURE__ */ errorClass("OUT_OF_RANGE", "OutOfRangeError");
export const UnimplementedError: OpErrorClass = /* @__PURE__ */ errorClass(
  "UNIMPLEMENTED",
  "UnimplementedError",
);
export const InternalError: OpErrorClass = /* @__PURE__ */ errorClass("INTERNAL", "InternalError");
export const UnavailableError: OpErrorClass = /* @__PURE__ */ errorClass("UNAVAILABLE", "UnavailableError");
export const DataLossError: OpErrorClass = /* @__PURE__ */ errorClass("DATA_LOSS", "DataLossError");
export const UnauthenticatedError: OpErrorClass = /* @__PURE__ */ errorClass(
  "UNAUTHENTICATED",
  "UnauthenticatedError",
);

const BY_CODE: Record<Code, OpErrorClass> = {
  CANCELLED: CancelledError,
  UNKNOWN: UnknownError,
  INVALID_ARGUMENT: InvalidArgumentError,
  DEADLINE_EXCEEDED: DeadlineExceededError,
  NOT_FOUND: NotFoundError,
  ALREADY_EXISTS: AlreadyExistsError,
  PERMISSION_DENIED: PermissionDeniedError,
  RESOURCE_EXHAUSTED: ResourceExhaustedError,
  FAILED_PRECONDITION: FailedPreconditionError,
  ABORTED: AbortedError,
  OUT_OF_RANGE: OutOfRangeError,
  UNIMPLEMENTED: UnimplementedError,
  INTERNAL: InternalError,
  UNAVAILABLE: UnavailableError,
  DATA_LOSS: DataLossError,
  UNAUTHENTICATED: UnauthenticatedError,
};

/** An error of the class that belongs to a status code. */
export function errorFromCode(code: Code, message: string, details?: ErrorDetails): OpError {
  return new BY_CODE[code](message, details);
}

export const invalidArgument = (message: string, details?: ErrorDetails): OpError =>
  new InvalidArgumentError(message, details);

/** Python's ValueError, where TensorFlow's Python layer raises it: the value of an argument is unusable. */
export class ValueError extends Error {
  override name = "ValueError";
}

/** Python's LookupError: asked for something that has no entry, such as a gradient that is not defined. */
export class LookupError extends Error {
  override name = "LookupError";
}

/** Python's KeyError: a name that is not in the graph or collection. */
export class KeyError extends Error {
  override name = "KeyError";
}

/** Python's RuntimeError: the call cannot be made in the current state (closed session, empty stack). */
export class RuntimeError extends Error {
  override name = "RuntimeError";
}
