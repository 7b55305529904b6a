/** Keeps the meaning of a file's columns under the supplier's name. */
import { useState } from 'react';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

export function ProfileField({ token }: { readonly token: string }) {
  const words = useText().keys;
  const { say } = useToasts();
  const [name, setName] = useState('');
  const save = useAction('keys.saveProfile', { onDone: () => say(words.profileSaved(name.trim())) });
  return (
    <div className="profile-field">
      <TextField label={words.profileName} value={name} onChange={setName} help={words.profileHelp} />
      <Button
        isDisabled={name.trim() === ''}
        isPending={save.isRunning}
        onPress={() => void save.run({ token, name })}
      >
        {words.saveProfile}
      </Button>
    </div>
  );
}
