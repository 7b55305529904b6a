/** Names with their values, side by side. */
interface FactsProps {
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Short values stand closer together. */
  readonly isDense?: boolean;
}

export function Facts({ facts, isDense = false }: FactsProps) {
  return (
    <dl className="facts" {...(isDense ? { 'data-dense': true } : {})}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
