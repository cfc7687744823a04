import { measureDeliveryPage } from './delivery-page';
measureDeliveryPage().then((f) => { console.log(JSON.stringify(f)); process.exit(0); }).catch((e) => { console.error(e); process.exit(1); });
