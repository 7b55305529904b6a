/** The part of saxen that is used here; the package brings no types of its own. */
declare module 'saxen' {
  type Decode = (text: string) => string;

  export class Parser {
    on(event: 'error', handle: (error: Error) => void): this;
    on(
      event: 'openTag',
      handle: (name: string, attributes: () => unknown, decode: Decode, isSelfClosing: boolean) => void,
    ): this;
    on(event: 'closeTag', handle: (name: string) => void): this;
    on(event: 'text', handle: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', handle: (text: string) => void): this;
    parse(xml: string): this;
  }
}
