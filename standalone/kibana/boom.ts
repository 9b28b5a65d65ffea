// SPDX-License-Identifier: Apache-2.0

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
};

/** The errors that Kibana's clients throw: `error.output.statusCode` tells the kind. */
export class Boom extends Error {
  readonly isBoom = true;
  readonly output: {
    readonly statusCode: number;
    readonly payload: {
      readonly statusCode: number;
      readonly error: string;
      readonly message: string;
    };
  };

  constructor(statusCode: number, message: string) {
    super(message);
    const error = NAMES[statusCode] ?? 'Error';
    this.output = { statusCode, payload: { statusCode, error, message } };
  }
}
