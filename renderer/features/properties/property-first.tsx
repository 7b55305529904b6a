/** Stands where a list's actions would, while no property is chosen: where to choose one, or how to add the first. */
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';

interface PropertyFirstProps {
  /** What choosing is for. */
  readonly sentence: string;
  /** What can be done without a choice, once there is a property. */
  readonly children?: ReactNode;
}

export function PropertyFirst({ sentence, children }: PropertyFirstProps) {
  const { data: properties } = useAnswer('properties.list', {});
  if (properties?.length === 0) return <FirstProperty />;
  return (
    <>
      {children}
      <span className="muted">{sentence}</span>
    </>
  );
}

/** In an office without a property there is nothing to choose yet. */
export function FirstProperty() {
  const text = useText();
  const navigate = useNavigate();
  return (
    <Button variant="primary" onPress={() => void navigate({ to: '/properties', search: { create: true } })}>
      {text.properties.create}
    </Button>
  );
}
