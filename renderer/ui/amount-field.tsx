/**
 * A field for an amount or a quantity: text as people type it, read by the house's parser, with the reading shown
 * beside it. Gives back the exact value, or null while the text cannot be read.
 */
import { useState, type CSSProperties, type ReactNode, type Ref } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { isNegative, type Rational } from '#shared/model/rational.ts';
import { formatShortDecimal, NO_BREAK_SPACE } from '#shared/text/format.ts';
import { parseAmount, toHundredths } from '#shared/text/parse-amount.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useText } from '../lib/text.tsx';
import { FieldFoot } from './field-foot.tsx';

interface AmountFieldProps {
  readonly label: string;
  /** The text in the field; the form keeps it, so that nothing typed is lost. */
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly unit: string;
  readonly name?: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly isRequired?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly allowsNegative?: boolean;
}

/** What is wrong with an amount as typed, in a sentence; undefined when nothing is. An empty text is let be. */
export function faultOfAmount(text: string, words: Dictionary, allowsNegative = false): string | undefined {
  const result = parseAmount(text);
  if (result.ok) {
    if (!allowsNegative && isNegative(result.value.value)) return words.common.amountNegative;
    return toHundredths(result.value.value) === null && !isSum(text) ? words.common.amountTooFine : undefined;
  }
  if (result.error === 'EMPTY') return undefined;
  return result.error === 'DIVISION_BY_ZERO' ? words.common.amountByZero : words.common.amountUnreadable;
}

function isSum(text: string): boolean {
  return text.trim().startsWith('=');
}

/** `12,5 €` as the field's reading. */
export function describeAmount(value: Rational, unit: string): string {
  return `${formatShortDecimal(value, unit === '€' ? 2 : 0, 4)}${NO_BREAK_SPACE}${unit}`;
}

export function AmountField({
  label,
  text,
  onText,
  unit,
  name,
  help,
  error,
  isRequired = false,
  inputRef = null,
  allowsNegative = false,
}: AmountFieldProps) {
  const words = useText();
  const [isLeft, setIsLeft] = useState(true);
  const fault = error ?? (isLeft ? faultOfAmount(text, words, allowsNegative) : undefined);
  const result = parseAmount(text);
  const isUncertain = result.ok && !result.value.certain;
  const reading = result.ok ? describeAmount(result.value.value, unit) : '';
  return (
    <TextField
      className="field"
      value={text}
      onChange={onText}
      {...(name === undefined ? {} : { name })}
      isRequired={isRequired}
      isInvalid={fault !== undefined}
      validationBehavior="aria"
      inputMode="decimal"
      onFocus={() => setIsLeft(false)}
      onBlur={() => setIsLeft(true)}
    >
      <Label className="field-label">{label}</Label>
      <div className="input-with-unit" style={{ '--unit-width': `${unit.length}ch` } as CSSProperties}>
        <Input className="input" ref={inputRef} spellCheck={false} autoComplete="off" />
        <span className="unit" aria-hidden>
          {unit}
        </span>
      </div>
      {isUncertain || (result.ok && isSum(text)) ? (
        <span className="field-reading" data-uncertain={isUncertain ? '' : undefined} role="status">
          {isUncertain ? words.common.readAsConfirm(reading) : words.common.readAs(reading)}
        </span>
      ) : null}
      <FieldFoot help={help} error={fault} />
    </TextField>
  );
}
