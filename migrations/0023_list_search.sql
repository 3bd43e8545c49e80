-- Matters whose words are too many to be all among their terms: the list looks at them beside those its terms find.
create index matter_wordy on matter (tenant_id, id) where char_length(number) + char_length(subject) + char_length(customer_name) + char_length(content) > 380;
