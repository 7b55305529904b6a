/** Warns a minute before the office locks itself, so that nobody loses the thread. */
import { useEffect, useState } from 'react';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';

const WARN_BEFORE_MS = 60_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

export function IdleWarning({ minutes }: { readonly minutes: number }) {
  const text = useText();
  const [isWarning, setIsWarning] = useState(false);
  useEffect(() => {
    const quietMs = Math.max(minutes * 60_000 - WARN_BEFORE_MS, 5_000);
    let timer = setTimeout(() => setIsWarning(true), quietMs);
    const restart = (): void => {
      clearTimeout(timer);
      setIsWarning(false);
      timer = setTimeout(() => setIsWarning(true), quietMs);
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, restart, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, restart);
    };
  }, [minutes]);
  if (!isWarning) return null;
  return (
    <div className="idle-warning" role="alert">
      <p>{text.frame.idleWarning}</p>
      <Button variant="primary" onPress={() => setIsWarning(false)}>
        {text.frame.stay}
      </Button>
    </div>
  );
}
