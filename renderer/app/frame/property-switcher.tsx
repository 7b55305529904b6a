/** The property whose rows the pages show; found by typing, kept from page to page. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Building2, Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import {
  Autocomplete,
  Button,
  DialogTrigger,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
} from 'react-aria-components';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { fold } from '../../ui/table/filter-grammar.ts';

const ALL = 'all';

export function PropertySwitcher() {
  const text = useText();
  const { property } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(false);
  const { data: properties = [] } = useAnswer('properties.list', {});
  const current = properties.find(({ id }) => id === property);
  if (properties.length === 0) return <div className="header-gap" />;
  const choose = (key: string): void => {
    setIsOpen(false);
    void navigate({
      to: '.',
      search: (search) => ({
        ...search,
        property: key === ALL ? undefined : Number(key),
        // A unit of the property before is none of this one.
        unit: undefined,
      }),
    });
  };
  return (
    <div className="header-gap">
      <DialogTrigger isOpen={isOpen} onOpenChange={setIsOpen}>
        <Button
          className="button"
          data-variant="quiet"
          aria-label={`${text.frame.property}: ${current?.name ?? text.frame.allProperties}`}
        >
          <Building2 size={16} aria-hidden />
          <span className="header-property">{current?.name ?? text.frame.allProperties}</span>
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className="popover" offset={4} placement="bottom start" aria-label={text.frame.property}>
          <div className="popover-body switcher">
            <Autocomplete filter={(words, typed) => fold(words).includes(fold(typed))}>
              <SearchField aria-label={text.frame.findProperty} autoFocus className="field">
                <Input className="input" placeholder={text.frame.findProperty} />
              </SearchField>
              <ListBox
                className="list"
                aria-label={text.frame.property}
                selectionMode="single"
                selectedKeys={[current ? String(current.id) : ALL]}
                onSelectionChange={(keys) => {
                  const [key] = keys === 'all' ? [] : keys;
                  choose(key === undefined ? (current ? String(current.id) : ALL) : String(key));
                }}
                renderEmptyState={() => <div className="menu-empty">{text.common.nothingFound}</div>}
              >
                <ListBoxItem id={ALL} textValue={text.frame.allProperties} className="list-item">
                  {({ isSelected }) => (
                    <>
                      <span className="menu-words">{text.frame.allProperties}</span>
                      {isSelected ? <Check size={16} aria-hidden /> : null}
                    </>
                  )}
                </ListBoxItem>
                {properties.map(({ id, name, addressLines }) => (
                  <ListBoxItem
                    key={id}
                    id={String(id)}
                    textValue={`${name} ${addressLines.join(' ')}`}
                    className="list-item"
                  >
                    {({ isSelected }) => (
                      <>
                        <span className="menu-words">
                          {name}
                          <span className="field-help"> {addressLines[0]}</span>
                        </span>
                        {isSelected ? <Check size={16} aria-hidden /> : null}
                      </>
                    )}
                  </ListBoxItem>
                ))}
              </ListBox>
            </Autocomplete>
          </div>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
