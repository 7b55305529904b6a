/** The fields of a billing period: its days and the rules the law leaves to the owner. */
import type { Control } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { useText } from '../../lib/text.tsx';
import { FormAmount, FormDate, FormSelect } from '../../ui/form-fields.tsx';
import { optionsOf } from '../../ui/options.ts';
import { isComputed, type PeriodDraft } from './period-draft.ts';

export function PeriodFormFields({ control }: { readonly control: Control<PeriodDraft> }) {
  const { periods: words } = useText();
  const method = useWatch({ control, name: 'hotWaterMethod' });
  return (
    <>
      <fieldset>
        <legend>{words.fields}</legend>
        <FormDate control={control} name="from" label={words.from} isRequired />
        <FormDate control={control} name="to" label={words.to} isRequired />
      </fieldset>
      <fieldset>
        <legend>{words.heating}</legend>
        <FormSelect
          control={control}
          name="plantKind"
          label={words.plantKind}
          options={optionsOf(words.plantKinds)}
        />
        <FormSelect control={control} name="fuel" label={words.fuel} options={optionsOf(words.fuels)} />
        <FormSelect
          control={control}
          name="hotWaterMethod"
          label={words.hotWater}
          options={optionsOf(words.hotWaterMethods)}
        />
        {isComputed(method) ? (
          <FormSelect
            control={control}
            name="notMeasuredBecause"
            label={words.notMeasured}
            options={optionsOf(words.notMeasuredReasons)}
          />
        ) : null}
        {method === 'volume' ? (
          <FormAmount
            control={control}
            name="hotWaterTemperatureC"
            label={words.temperature}
            help={words.temperatureHelp}
            unit="°C"
          />
        ) : null}
      </fieldset>
      <fieldset>
        <legend>{words.keys}</legend>
        <FormAmount
          control={control}
          name="heatingConsumptionPercent"
          label={words.heatingPercent}
          help={words.percentHelp}
          unit="%"
        />
        <FormAmount
          control={control}
          name="hotWaterConsumptionPercent"
          label={words.hotWaterPercent}
          help={words.percentHelp}
          unit="%"
        />
        <FormSelect
          control={control}
          name="heatingBaseKey"
          label={words.baseKey}
          options={optionsOf(words.baseKeys)}
        />
      </fieldset>
    </>
  );
}
