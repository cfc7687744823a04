'use strict';

// The compiled twin of the migration beside it: config/database.ts says why.
module.exports = require('../../dist/database/migrations/2026.11.26T13.00.00.urgent-airings.js');
