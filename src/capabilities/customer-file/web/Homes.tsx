import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '#ui/index.ts';
import type { CustomerCard, DeviceJson, HouseJson } from '#capabilities/customers/contract.ts';
import type { Doing } from './things/ThingPanel.tsx';
import { ThingTable, ThingWays } from './things/ThingTable.tsx';
import { thingWords } from './things/words.ts';
import { Warranty } from './Warranty.tsx';
import { fileWords } from './words.ts';

interface Props { readonly card: CustomerCard; readonly doing: (doing: Doing) => void }

/** His homes, each with what is under warranty in it; then his devices. */
export function Homes({ card, doing }: Props): ReactElement {
  const say = useWords(fileWords);
  const sayThing = useWords(thingWords);
  const elsewhere = card.warranties.filter((each) => each.houseId === null);
  return (
    <div className="homes">
      {card.homes.length === 0 && elsewhere.length === 0 && <p className="quiet">{card.address === '' ? say('noAddress') : say('noHomes', { place: card.address })}</p>}
      {card.homes.map((home) => <Home key={home.id} home={home} card={card} doing={doing} />)}
      {elsewhere.length > 0 && <section aria-label={say('elsewhere')}><h2>{say('elsewhere')}</h2><Warranties of={elsewhere} doing={doing} /></section>}
      <div className="line homes-ways"><Button onClick={() => doing({ thing: 'houses', of: null })}>{sayThing('add_houses')}</Button><Button onClick={() => doing({ thing: 'warranties', of: null })}>{sayThing('add_warranties')}</Button></div>
      <Devices card={card} doing={doing} />
    </div>
  );
}

function Home({ home, card, doing }: Props & { home: HouseJson }): ReactElement {
  const say = useWords(fileWords);
  const sayThing = useWords(thingWords);
  const warranties = card.warranties.filter((each) => each.houseId === home.id);
  const said = [home.use, home.occupancy, home.handedOver === null ? '' : `${sayThing('handedOver')} ${home.handedOver}`, home.account === '' ? '' : `${sayThing('account')} ${home.account}`].filter((each) => each !== '');
  return (
    <section aria-label={home.title}>
      <div className="line things-head"><h2>{home.title}</h2><span className="quiet">{said.join(' · ')}</span><span className="grow" /><span className="things-ways"><ThingWays thing="houses" of={home} doing={doing} /></span></div>
      {warranties.length === 0 ? <p className="quiet">{say('noWarranty')}</p> : <Warranties of={warranties} doing={doing} />}
    </section>
  );
}

function Warranties({ of, doing }: { of: CustomerCard['warranties']; doing: Props['doing'] }): ReactElement {
  return <ul className="rows">{of.map((each) => <li key={each.id}><Warranty part={each.part} until={each.until} over={each.over}><ThingWays thing="warranties" of={each} doing={doing} /></Warranty></li>)}</ul>;
}

function Devices({ card, doing }: Props): ReactElement {
  const say = useWords(thingWords);
  const where = (device: DeviceJson): string => card.homes.find(({ id }) => id === device.houseId)?.title ?? '—';
  const rows = card.devices.map((device) => ({
    id: device.id, title: device.name, over: device.endedOn !== null, of: device,
    said: [device.model || '—', device.serial || '—', where(device), device.installedOn ?? device.boughtOn ?? '—', <DeviceState key="state" of={device} />],
  }));
  return <ThingTable thing="devices" none={say('none_devices')} heads={[say('name'), say('model'), say('serial'), say('houseId'), say('installedOn'), say('state')]} rows={rows} doing={doing} />;
}

function DeviceState({ of }: { of: DeviceJson }): ReactElement {
  const say = useWords(thingWords);
  if (of.endedOn !== null) return <>{say('ended', { date: of.endedOn })}</>;
  if (of.warrantyUntil === null) return <>—</>;
  return <><span className="tag">{say(of.over ? 'out' : 'in')}</span> {say('untilDay', { date: of.warrantyUntil })}</>;
}
