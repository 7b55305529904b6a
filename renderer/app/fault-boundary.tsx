/** Catches a bug in a part of the page, so that the rest of the window goes on. Shows nothing of the data. */
import { Component, type ReactNode } from 'react';
import { useText } from '../lib/text.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface FaultBoundaryProps {
  readonly children: ReactNode;
}

export class FaultBoundary extends Component<FaultBoundaryProps, { readonly hasFault: boolean }> {
  override state = { hasFault: false };

  static getDerivedStateFromError(): { readonly hasFault: boolean } {
    return { hasFault: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFault) return this.props.children;
    return <FaultNotice onRetry={() => this.setState({ hasFault: false })} />;
  }
}

/** Says that something unexpected happened, and offers another try. */
export function FaultNotice({ onRetry }: { readonly onRetry: () => void }) {
  const text = useText();
  return (
    <Notice tone="wrong" action={<Button onPress={onRetry}>{text.common.tryAgain}</Button>}>
      {text.common.unexpected}
    </Notice>
  );
}
