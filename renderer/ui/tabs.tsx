/** Views of one object beside each other; only the chosen one is built. */
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

/** One view and its name. */
export interface TabView {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

interface TabsProps {
  readonly label: string;
  readonly views: readonly TabView[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

export function Tabs({ label, views, chosen, onChoose }: TabsProps) {
  // An old link may name a view that this page has not.
  const shown = views.find(({ id }) => id === chosen) ?? views[0];
  return (
    <AriaTabs
      className="tabs"
      selectedKey={shown?.id ?? chosen}
      onSelectionChange={(key) => onChoose(String(key))}
    >
      <TabList className="tab-list" aria-label={label}>
        {views.map((view) => (
          <Tab key={view.id} id={view.id} className="tab">
            {view.label}
          </Tab>
        ))}
      </TabList>
      {views.map((view) => (
        <TabPanel key={view.id} id={view.id} className="tab-panel">
          {view.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
