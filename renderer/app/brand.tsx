/** The sign and name of the product: a tear-off calendar leaf whose day is a flame. */
import icon from '../../resources/icons/stichtag.svg';

export function Brand() {
  return (
    <div className="brand">
      <img src={icon} width={28} height={28} alt="" />
      <span>Stichtag</span>
    </div>
  );
}
