/** The window's outermost parts: answers, look, messages, and the gate to the office. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { createAnswers } from '../lib/answers.ts';
import { ToastRegion } from '../ui/toast-region.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { Gate } from './gate.tsx';
import { LookOwner } from './look-owner.tsx';

export function App() {
  const [answers] = useState(createAnswers);
  return (
    <QueryClientProvider client={answers}>
      <LookOwner>
        <FaultBoundary>
          <Gate />
        </FaultBoundary>
        <ToastRegion />
      </LookOwner>
    </QueryClientProvider>
  );
}
