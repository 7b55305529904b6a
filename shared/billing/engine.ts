/** The version of the calculation; frozen bills name the engine that made them. */
export const ENGINE = 'stichtag-billing-1';
