/** Every tenancy of a person, past ones too, and what the person lets. */
import { useNavigate } from '@tanstack/react-router';
import type { Person } from '#shared/contract/people.ts';
import { formatDate } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { LinkButton } from '../../ui/button.tsx';

export function PersonTenancies({ person }: { readonly person: Person }) {
  const text = useText();
  const navigate = useNavigate();
  const isNobody = person.tenancies.length === 0 && person.landlordOf.length === 0;
  const openProperty = (id: number): void =>
    void navigate({ to: '/properties/$id', params: { id: String(id) }, search: { property: id } });
  return (
    <>
      {person.landlordOf.length === 0 ? null : (
        <section className="section" aria-labelledby="landlord-of">
          <h2 id="landlord-of">{text.people.landlordOf}</h2>
          <ul>
            {person.landlordOf.map(({ propertyId, name }) => (
              <li key={propertyId}>
                <LinkButton onPress={() => openProperty(propertyId)}>{name}</LinkButton>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isNobody ? <p className="muted">{text.people.noTenancies}</p> : null}
      {person.tenancies.length === 0 ? null : (
        <div className="table-scroller">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{text.tenancies.unit}</th>
                <th scope="col">{text.tenancies.property}</th>
                <th scope="col">{text.tenancies.from}</th>
                <th scope="col">{text.tenancies.to}</th>
              </tr>
            </thead>
            <tbody>
              {person.tenancies.map((tenancy) => (
                <tr key={tenancy.id}>
                  <td>
                    <LinkButton
                      onPress={() =>
                        void navigate({ to: '/units/$id', params: { id: String(tenancy.unitId) } })
                      }
                    >
                      {tenancy.unitName}
                    </LinkButton>
                  </td>
                  <td>
                    <LinkButton onPress={() => openProperty(tenancy.propertyId)}>
                      {tenancy.propertyName}
                    </LinkButton>
                  </td>
                  <td>{formatDate(tenancy.from)}</td>
                  <td>{tenancy.to === null ? '' : formatDate(tenancy.to)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
