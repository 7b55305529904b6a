/** Buttons: one primary action a page, plain ones beside it, quiet ones in bars, icons with a spoken name. */
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  TooltipTrigger,
  type ButtonProps as AriaButtonProps,
} from 'react-aria-components';
import { Hint } from './hint.tsx';

interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly variant?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly children: ReactNode;
}

/**
 * While it waits for its answer a button does nothing, and keeps the focus: a disabled one would lose it to the page.
 * The library's own waiting announces itself by elements that have no name.
 */
const WAITING = {
  type: 'button',
  'aria-disabled': true,
  'data-pending': true,
  onPress: () => {},
} as const;

export function Button({ variant = 'plain', isPending = false, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} {...(isPending ? WAITING : {})} className="button" data-variant={variant}>
      {children}
    </AriaButton>
  );
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** What the button does; spoken, and shown on hover. */
  readonly label: string;
  /** The key that does the same, as written in the keyboard map. */
  readonly keys?: string | undefined;
  readonly variant?: 'plain' | 'quiet';
  readonly children: ReactNode;
}

/** A button that shows only an icon; its name is spoken and appears as a hint. */
export function IconButton({ label, keys, variant = 'quiet', children, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={400} closeDelay={0}>
      <AriaButton {...rest} aria-label={label} className="button" data-variant={variant} data-shape="icon">
        {children}
      </AriaButton>
      <Hint keys={keys}>{label}</Hint>
    </TooltipTrigger>
  );
}

interface ChipProps extends Pick<AriaButtonProps, 'onPress'> {
  readonly isChosen: boolean;
  readonly children: ReactNode;
}

/** A filter that is on or off; on is spoken, ticked and framed, never told by colour alone. */
export function Chip({ isChosen, onPress, children }: ChipProps) {
  return (
    <AriaButton
      {...(onPress === undefined ? {} : { onPress })}
      aria-pressed={isChosen}
      className="button chip"
      data-variant="plain"
    >
      {isChosen ? <Check size={16} aria-hidden /> : null}
      {children}
    </AriaButton>
  );
}

/** An action that reads as part of a sentence. */
export function LinkButton({
  isPending = false,
  children,
  ...rest
}: Omit<AriaButtonProps, 'className' | 'style' | 'children'> & { readonly children: ReactNode }) {
  return (
    <AriaButton {...rest} {...(isPending ? WAITING : {})} className="link-button">
      {children}
    </AriaButton>
  );
}
