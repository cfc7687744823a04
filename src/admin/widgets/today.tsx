import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';

import { useDesk } from '../desk/use-desk';
import type { AttentionOnWire } from '../desk/wire';
import { TelephoneLink } from '../parts/telephone-link';

/** What waits for somebody today, most pressing first, each with the page where it is settled. */
export function TodayWidget() {
  const { data, refusal } = useDesk<{ readonly attention: readonly AttentionOnWire[] }>(
    '/desk/home',
  );
  if (data === null) {
    return refusal === null ? (
      <Widget.Loading>Chargement…</Widget.Loading>
    ) : (
      <Widget.Error>{refusal.sentences.join(' ')}</Widget.Error>
    );
  }
  if (data.attention.length === 0) {
    return <Widget.NoData>Rien n’attend aujourd’hui. Tout est à jour.</Widget.NoData>;
  }
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {data.attention.map((item) => (
        <Box tag="li" key={`${item.kind} ${item.sentence}`}>
          <Link tag={NavLink} to={item.link}>
            {item.sentence}
          </Link>
          {item.detail !== '' && <Typography variant="pi">« {item.detail} »</Typography>}
          {item.telephone !== null && (
            <Typography variant="pi" tag="p">
              Téléphone : <TelephoneLink number={item.telephone} />
            </Typography>
          )}
        </Box>
      ))}
    </Flex>
  );
}
