'use strict';

// The compiled twin of the migration beside it: config/database.ts says why.
module.exports = require('../../dist/database/migrations/2026.11.26T14.00.00.cart-days.js');
