/** Shows what the office answered, or that it is still working, or its sentence why not. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { OfficeRefusal } from '../lib/office.ts';
import { useText } from '../lib/text.tsx';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

interface AnsweredProps<Value> {
  readonly answer: UseQueryResult<Value, OfficeRefusal | Error>;
  readonly children: (value: Value) => ReactNode;
}

export function Answered<Value>({ answer, children }: AnsweredProps<Value>) {
  const text = useText();
  if (answer.data !== undefined) return children(answer.data);
  if (answer.error === null) return <p className="loading">{text.common.loading}</p>;
  return (
    <Notice
      tone="wrong"
      action={<Button onPress={() => void answer.refetch()}>{text.common.tryAgain}</Button>}
    >
      {answer.error instanceof OfficeRefusal ? answer.error.message : text.common.unexpected}
    </Notice>
  );
}
