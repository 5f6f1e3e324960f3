// tf.errors: what goes wrong, by TensorFlow's codes, and Python's errors that TensorFlow raises.
export {
  AbortedError, AlreadyExistsError, CancelledError, CODES, DataLossError, DeadlineExceededError,
  FailedPreconditionError, InternalError, InvalidArgumentError, KeyError, LookupError, NotFoundError, OpError,
  OutOfRangeError, PermissionDeniedError, ResourceExhaustedError, RuntimeError, UnauthenticatedError,
  UnavailableError, UnimplementedError, UnknownError, ValueError,
} from "../../base/errors.ts";
