/** Why a vault did not open or change, as the user reads it. No sentence hints at what the vault contains. */
import { fail, type Failure } from '#shared/model/result.ts';

export type VaultFailureCode =
  | 'VAULT_EXISTS'
  | 'VAULT_MISSING'
  | 'VAULT_UNREADABLE'
  | 'VAULT_FROM_FUTURE'
  | 'VAULT_WEAKENED'
  | 'VAULT_CHANGED'
  | 'VAULT_NOT_WRITTEN'
  | 'VAULT_LOCKED'
  | 'VAULT_WAIT'
  | 'STAFF_UNKNOWN'
  | 'STAFF_LAST'
  | 'STAFF_EXISTS'
  | 'PASSPHRASE_WRONG'
  | 'PASSPHRASE_TOO_SHORT'
  | 'PASSPHRASE_TOO_SIMPLE'
  | 'RECOVERY_CODE_UNREADABLE'
  | 'RECOVERY_CODE_WRONG'
  | 'DEVICE_SECRET_MISSING'
  | 'DEVICE_SECRET_UNAVAILABLE'
  | 'DEVICE_SECRET_EXPOSED'
  | 'ENVELOPE_BROKEN';

/** `ROLLED_BACK` brings its sentence along: only who noticed knows what is missing. */
export type VaultFailure = Failure<VaultFailureCode | 'ROLLED_BACK'>;

const MESSAGES: Record<VaultFailureCode, string> = {
  VAULT_EXISTS: 'In diesem Ordner liegt schon ein Tresor. Bitte wählen Sie einen leeren Ordner.',
  VAULT_MISSING:
    'In diesem Ordner liegt kein Tresor (vault.json fehlt). Bitte wählen Sie den Datenordner oder spielen Sie eine Sicherung ein.',
  VAULT_UNREADABLE: 'Die Tresordatei vault.json ist beschädigt. Bitte spielen Sie die letzte Sicherung ein.',
  VAULT_FROM_FUTURE:
    'Dieser Tresor wurde mit einer neueren Fassung von Stichtag angelegt. Bitte aktualisieren Sie das Programm.',
  VAULT_WEAKENED:
    'Die Tresordatei verlangt einen schwächeren oder unsinnig teuren Schutz, als Stichtag erlaubt. Sie wurde verändert. Bitte spielen Sie die letzte Sicherung ein.',
  VAULT_CHANGED:
    'Die Tresordatei wurde außerhalb von Stichtag verändert. Bitte spielen Sie die letzte Sicherung ein und klären Sie, wer Zugriff auf den Ordner hat.',
  VAULT_NOT_WRITTEN:
    'Die Tresordatei konnte nicht geschrieben werden; der alte Stand gilt weiter. Bitte prüfen Sie Speicherplatz und Schreibrechte des Datenordners.',
  VAULT_LOCKED: 'Der Tresor ist gesperrt. Bitte entsperren Sie ihn mit Ihrer Passphrase.',
  VAULT_WAIT: 'Nach mehreren falschen Eingaben ist die Anmeldung kurz gesperrt. Bitte warten Sie.',
  STAFF_UNKNOWN: 'Für diese Person gibt es hier keinen Zugang. Bitte wählen Sie einen Namen aus der Liste.',
  STAFF_LAST: 'Der letzte Zugang kann nicht entzogen werden. Bitte legen Sie zuerst einen anderen Zugang an.',
  STAFF_EXISTS: 'Diesen Zugang gibt es schon. Bitte ändern Sie dort die Passphrase.',
  PASSPHRASE_WRONG: 'Die Passphrase stimmt nicht. Bitte versuchen Sie es noch einmal.',
  PASSPHRASE_TOO_SHORT:
    'Die Passphrase ist zu kurz. Bitte nehmen Sie mindestens 12 Zeichen, am besten mehrere Wörter.',
  PASSPHRASE_TOO_SIMPLE:
    'Die Passphrase ist zu leicht zu erraten. Bitte nehmen Sie mehrere Wörter, die nicht zusammengehören.',
  RECOVERY_CODE_UNREADABLE:
    'Der Wiederherstellungscode enthält einen Tippfehler. Bitte vergleichen Sie ihn Gruppe für Gruppe mit dem Blatt.',
  RECOVERY_CODE_WRONG:
    'Dieser Wiederherstellungscode gehört nicht zu diesem Tresor oder wurde ersetzt. Bitte nehmen Sie das neueste Blatt.',
  DEVICE_SECRET_MISSING:
    'Auf diesem Gerät fehlt das Gerätegeheimnis. Bitte entsperren Sie den Tresor mit dem Wiederherstellungsblatt.',
  DEVICE_SECRET_UNAVAILABLE:
    'Der Schlüsselbund dieses Geräts ist nicht erreichbar. Bitte melden Sie sich am Gerät neu an oder nehmen Sie das Wiederherstellungsblatt.',
  DEVICE_SECRET_EXPOSED:
    'Das Gerätegeheimnis ist für andere Benutzer dieses Geräts lesbar. Bitte beschränken Sie die Rechte der Datei auf Ihr Konto (chmod 600).',
  ENVELOPE_BROKEN:
    'Ein verschlüsselter Eintrag lässt sich nicht öffnen: Er wurde verändert oder verschoben. Bitte spielen Sie die letzte Sicherung ein.',
};

export function vaultFailure(code: VaultFailureCode): {
  readonly ok: false;
  readonly error: VaultFailure;
} {
  return fail({ code, message: MESSAGES[code] });
}
