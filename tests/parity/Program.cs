// filled by the table of storage calls
return;
