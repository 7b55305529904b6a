/** The way to a property's meters without a place; it is there only while there are any. */
import { useState } from 'react';
import type { PropertyId } from '#shared/model/property.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { UnplacedDialog } from './unplaced-dialog.tsx';

export function UnplacedButton({ propertyId }: { readonly propertyId: PropertyId }) {
  const words = useText().unplaced;
  const [isOpen, setIsOpen] = useState(false);
  const meters = useAnswer('unplaced.list', { propertyId }).data ?? [];
  if (meters.length === 0) return null;
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>{words.open(meters.length)}</Button>
      {isOpen ? (
        <UnplacedDialog propertyId={propertyId} meters={meters} onClose={() => setIsOpen(false)} />
      ) : null}
    </>
  );
}
