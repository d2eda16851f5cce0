"""percentages: `trên 95%`, `từ 10 - 15%`, `5,3 điểm phần trăm`, `bảy phần trăm`."""
