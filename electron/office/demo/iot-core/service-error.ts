/** The data plane's errors with the names, status codes and bodies of the real service. */

const STATUS_CODES = {
  InvalidRequestException: 400,
  ForbiddenException: 403,
  ResourceNotFoundException: 404,
  MethodNotAllowedException: 405,
  ConflictException: 409,
  RequestEntityTooLargeException: 413,
  ThrottlingException: 429,
  InternalFailureException: 500,
  ServiceUnavailableException: 503,
} as const;

export type ServiceErrorName = keyof typeof STATUS_CODES;

/** A request the service refuses; `name` goes into the header `x-amzn-ErrorType`. */
export interface ServiceError {
  readonly name: ServiceErrorName;
  readonly statusCode: number;
  readonly message: string;
}

export function serviceError(name: ServiceErrorName, message: string): ServiceError {
  return { name, statusCode: STATUS_CODES[name], message };
}
