/** Owns how the window looks: reads it from the office, applies it to the page, keeps changes. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useMemo, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Appearance } from '#shared/contract/settings.ts';
import { dictionaryOf } from '#shared/text/dictionary.ts';
import { answerKey, useAnswer } from '../lib/answers.ts';
import { LookProvider } from '../lib/look-context.tsx';
import { applyLook, DEFAULT_LOOK, languageOf } from '../lib/look.ts';
import { ask } from '../lib/office.ts';
import { followRoom } from '../lib/room.ts';
import { TextProvider } from '../lib/text.tsx';

export function LookOwner({ children }: { readonly children: ReactNode }) {
  const answers = useQueryClient();
  const { data, isPending } = useAnswer('appearance.get', {});
  const look = data ?? DEFAULT_LOOK;
  const language = languageOf(look, navigator.language);
  useEffect(() => applyLook(look, language, document.documentElement), [look, language]);
  useLayoutEffect(() => followRoom(look.zoomPercent, document.documentElement), [look.zoomPercent]);
  const control = useMemo(
    () => ({
      look,
      language,
      change: (part: Partial<Appearance>): void => {
        const next = { ...look, ...part };
        answers.setQueryData(answerKey('appearance.get', {}), next);
        void ask('appearance.save', next);
      },
    }),
    [answers, look, language],
  );
  if (isPending) return null;
  return (
    <LookProvider value={control}>
      <TextProvider value={dictionaryOf(language)}>
        <I18nProvider locale={language === 'de' ? 'de-DE' : 'en-GB'}>{children}</I18nProvider>
      </TextProvider>
    </LookProvider>
  );
}
